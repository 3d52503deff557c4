import type { Program } from '../../contract'
import { plain } from './plain'
import { recommended } from './recommended'

/** Programmes that ship with the product, by the name a manager or a replay picks them. */
export const presets: Record<string, Program> = { recommended, plain }
