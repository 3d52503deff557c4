import * as z from 'zod'
import { Program } from '../contract/program'

/** As it is kept: with who published it, beside what it promises. */
const KeptProgram = z.looseObject(Program.shape)

/** A programme from before the product could say all that it can say now: what it does not say is what nobody promised. */
export const inFull = <P extends Program>(kept: P): P => KeptProgram.parse(kept) as unknown as P
