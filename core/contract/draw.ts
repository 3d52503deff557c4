import * as z from 'zod'
import { BusinessDay, Points } from './primitives'

/** Points taken from one lot. A lot (批次) is named by the day its points expire. */
export const Draw = z.object({ lot: BusinessDay, points: Points })
export type Draw = z.infer<typeof Draw>
