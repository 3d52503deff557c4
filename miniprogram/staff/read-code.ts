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
    .replace(/[\s\-_·.]/g, '')
    .replace(/[OIL]/g, (letter) => misread[letter] ?? letter)
  return CODE.test(plain) ? plain : typed.trim()
}

/** In groups of four, as it is printed and read aloud. */
export function groupCode(code: string): string {
  return CODE.test(code) ? (code.match(/.{1,4}/g) ?? []).join(' ') : code
}
