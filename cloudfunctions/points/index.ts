import { serve } from '../serve'
import { arrivals } from './arrivals'
import { calculate } from './calculate'
import { ledger } from './ledger'

export const handlers = { arrivals, ledger, calculate }

export const main = serve('points', handlers)
