/**
 * A code as it was printed, from a code as it was typed: `abcd-efgh 1o2l` and `ＡＢＣＤ…` come out as
 * `ABCDEFGH1021`. Anything that cannot be such a code (the text of a QR code, say) only loses the
 * spaces around it; what it is, the cloud decides.
 */
export declare function readCode(typed: string): string
export type CodeKind = 'member' | 'redemption' | 'table' | 'other'
/** What a scanned text claims to be, by its first letters, so that a page can point to where it belongs. */
export declare function kindOf(text: string): CodeKind
