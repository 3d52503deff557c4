import { serve } from '../serve'
import { answer } from './answer'
import { campaigns } from './campaigns'
import { checkIn } from './check-in'
import { questionnaire } from './questionnaire'
import { round } from './round'

export const handlers = { round, checkIn, questionnaire, answer, campaigns }

export const main = serve('engagement', handlers)
