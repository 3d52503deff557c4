import type { Fen, Tier } from '../contract'
import { divideFloor, FULL_BP, fen } from './amounts'

/**
 * What is paid of a bill at a tier's discount, rounded down to the fen, in favour of the guest: 九折 of 99.99
 * yuan are 89.99. The first step of the bill's pipeline, and the only place that rounds it. C-51, WAL-02.
 */
export const payAt = (listed: Fen, { payBp }: Tier): Fen => fen(divideFloor(listed * payBp, FULL_BP))
