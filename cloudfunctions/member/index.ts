import { serve } from '../serve'
import { code } from './code'
import { home } from './home'
import { join } from './join'
import { setProfile } from './set-profile'
import { sit } from './sit'

export const handlers = { home, sit, join, setProfile, code }

export const main = serve('member', handlers)
