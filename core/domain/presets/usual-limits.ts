import type { Program } from '../../contract'
import { fen, points } from '../amounts'

/**
 * How far each role goes alone, where the owner says nothing else. A table of ten, a banquet of five tables, a
 * wedding; taken back by a clerk: a table of two; by hand: a main dish, five of them.
 */
export const usualLimits: Program['limits'] = {
  clerk: { bill: fen(500_000), reversal: fen(20_000), adjustment: points(0) },
  manager: { bill: fen(5_000_000), reversal: fen(5_000_000), adjustment: points(500) },
  admin: { bill: null, reversal: null, adjustment: points(2500) },
}
