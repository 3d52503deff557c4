/** Where a scanned code says the guest sits, before the server has confirmed it. */
export interface Seat {
  branch: string
  table: string
}
export type Scene =
  | { kind: 'none' }
  | { kind: 'seat'; seat: Seat }
  /** By a friend's code. */
  | { kind: 'referral'; code: string }
  | { kind: 'malformed'; words: string }

const branchPattern = /^[a-z0-9][a-z0-9-]{0,39}$/
const tablePattern = /^[\p{L}\p{N}-]{1,8}$/u
const referralPattern = /^[0-9A-Za-z]{8}$/
const malformed: Scene = {
  kind: 'malformed',
  words: '桌码好像不完整，请再扫一次桌上的码，或直接告诉店员桌号',
}

/**
 * Reads the table from how the mini-program was opened. WeChat's codes carry one encoded parameter,
 * `scene=b%3Djingan%26t%3D5`; links carry `b` and `t` as they are.
 */
export function readScene(query: Record<string, string | undefined>): Scene {
  const fields = query.scene === undefined ? query : parseFields(query.scene)
  if (fields === undefined) return malformed
  const { b: branch, t: table, r: referral } = fields
  if (referral !== undefined && referralPattern.test(referral)) return { kind: 'referral', code: referral }
  if (branch === undefined && table === undefined && query.scene === undefined) return { kind: 'none' }
  if (!branch || !table || !branchPattern.test(branch) || !tablePattern.test(table)) return malformed
  return { kind: 'seat', seat: { branch, table } }
}

/** Where a friend begins who is invited. */
export const invitationPath = (code: string): string => `/pages/home/home?r=${code}`

/** Reads what `wx.scanCode` gives for a table code: its page path, or the text of a plain QR code. */
export function readScanned(text: string): Scene {
  const query = text.includes('?') ? text.slice(text.indexOf('?') + 1) : text
  const fields = parseFields(query)
  if (fields === undefined || Object.keys(fields).length === 0) return malformed
  const scene = readScene(fields)
  return scene.kind === 'none' ? malformed : scene
}

/** `a=1&b=2`, encoded once or twice, as fields; undefined when it cannot be decoded. */
function parseFields(text: string): Record<string, string> | undefined {
  const fields: Record<string, string> = {}
  try {
    const plain = text.includes('=') ? text : decodeURIComponent(text)
    for (const pair of plain.split('&')) {
      const at = pair.indexOf('=')
      if (at > 0) fields[pair.slice(0, at)] = decodeURIComponent(pair.slice(at + 1))
    }
    return fields
  } catch (error) {
    if (error instanceof URIError) return undefined
    throw error
  }
}
