/** Letters and digits that a code is made of: no I, L, O or U, because they are misread. */
const CODE = /^[0-9A-HJKMNP-TV-Z]+$/

const misread: Record<string, string> = { O: '0', I: '1', L: '1' }

/**
 * A code as it was printed, from a code as it was typed: `abcd-efgh 1o2l` and `ＡＢＣＤ…` come out as
 * `ABCDEFGH1021`. Anything that cannot be such a code (the text of a QR code, say) only loses the
 * spaces around it; what it is, the cloud decides.
 */
export function readCode(typed: string): string {
  const plain = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s-]/g, '')
    .replace(/[OIL]/g, (letter) => misread[letter] ?? letter)
  return CODE.test(plain) ? plain : typed.trim()
}

export type CodeKind = 'member' | 'redemption' | 'table' | 'other'

/** What a scanned text claims to be, by its first letters, so that a page can point to where it belongs. */
export function kindOf(text: string): CodeKind {
  if (text.startsWith('HTM.')) return 'member'
  if (text.startsWith('HTR.')) return 'redemption'
  return /(^|[?&])(b=|scene=b%3D)/.test(text) ? 'table' : 'other'
}
