import { serve } from '../serve'
import { bindPhone } from './bind-phone'
import { code } from './code'
import { forgetPhone } from './forget-phone'
import { home } from './home'
import { join } from './join'
import { setProfile } from './set-profile'
import { sit } from './sit'

export const handlers = { home, sit, join, setProfile, code, bindPhone, forgetPhone }

export const main = serve('member', handlers)
