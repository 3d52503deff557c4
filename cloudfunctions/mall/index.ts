import { serve } from '../serve'
import { claim } from './claim'
import { list } from './list'
import { redemption } from './redemption'
import { redemptions } from './redemptions'

export const main = serve('mall', { list, claim, redemptions, redemption })
