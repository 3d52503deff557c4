import { serve } from '../serve'
import { claim } from './claim'
import { list } from './list'
import { redemption } from './redemption'
import { redemptions } from './redemptions'

export const handlers = { list, claim, redemptions, redemption }

export const main = serve('mall', handlers)
