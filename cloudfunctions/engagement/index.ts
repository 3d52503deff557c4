import { serve } from '../serve'
import { campaigns } from './campaigns'
import { checkIn } from './check-in'
import { round } from './round'

export const handlers = { round, checkIn, campaigns }

export const main = serve('engagement', handlers)
