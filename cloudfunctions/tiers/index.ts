import { serve } from '../serve'
import { buy } from './buy'
import { levels } from './levels'
import { pause } from './pause'

export const handlers = { levels, buy, pause }

export const main = serve('tiers', handlers)
