import { serve } from '../serve'
import { arrivals } from './arrivals'
import { ledger } from './ledger'

export const main = serve('points', { arrivals, ledger })
