import { readScene, type Scene } from './scene'

/** Where the guest sits, as the server has confirmed it. */
export interface Place {
  branchName: string
  table: string
}

let scanned: Scene = { kind: 'none' }
let seated: Place | undefined
let invitedBy: string | undefined

/** Notes how the mini-program was opened. A scan replaces the one before; opening it without one keeps the table. */
export function enter(options: { query: Record<string, string | undefined> }): void {
  const scene = readScene(options.query)
  if (scene.kind === 'referral') invitedBy = scene.code
  else if (scene.kind !== 'none') scanned = scene
}

/** The code of the friend by whom he came, until he has joined or would rather come alone. */
export const asInvited = (): { referral?: string } => (invitedBy === undefined ? {} : { referral: invitedBy })

export function forgetWhoInvites(): void {
  invitedBy = undefined
}

/** The scan that has not been told to the server yet, at most once. */
export function takeScan(): Scene {
  const scan = scanned
  scanned = { kind: 'none' }
  return scan
}

/** Puts a scan back whose telling failed for want of a network. */
export function returnScan(scan: Scene): void {
  scanned = scan
}

export function rememberPlace(place: Place): void {
  seated = place
}

export function whereSeated(): Place | undefined {
  return seated
}
