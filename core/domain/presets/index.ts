import type { Program } from '../../contract'
import { plain } from './plain'
import { pointsPreset } from './points'
import { recommended } from './recommended'
import { storedValuePreset } from './stored-value'

/** Programmes that ship with the product, by the name a manager or a replay picks them. */
export const presets: Record<string, Program> = {
  recommended,
  points: pointsPreset,
  'stored-value': storedValuePreset,
  plain,
}
