/** As many in a row as a thumb's width each allows. */
const LONGEST_ROW = 7
const LONE_ROW = 6

/** Rows of one length, or as near to it as it goes: ten are two of five, seven are four and three. */
function rowOf(of: number): number {
  if (of <= LONE_ROW) return of
  const rows = Math.max(2, Math.ceil(of / LONGEST_ROW))
  return Math.ceil(of / rows)
}

/** A stamp is never set quite straight; always the same way in its place. */
const TILTS = ['-8deg', '5deg', '-3deg', '9deg', '-6deg', '3deg', '7deg']

/** Every place of a card: whether it is filled, and how its stamp is tilted. */
export function layStamps(stamps: number, of: number) {
  const places = Array.from({ length: of }, (_, index) => ({
    no: index + 1,
    isFilled: index < stamps,
    isLast: index === of - 1,
    tilt: TILTS[index % TILTS.length] ?? '0deg',
  }))
  return { places, width: `${100 / Math.max(rowOf(of), 1)}%` }
}
