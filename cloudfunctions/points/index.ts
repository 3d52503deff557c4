import { serve } from '../serve'
import { arrivals } from './arrivals'
import { ledger } from './ledger'

export const handlers = { arrivals, ledger }

export const main = serve('points', handlers)
