import { serve } from '../serve'
import { allowMessages } from './allow-messages'
import { bindPhone } from './bind-phone'
import { code } from './code'
import { forgetPhone } from './forget-phone'
import { home } from './home'
import { inbox } from './inbox'
import { join } from './join'
import { poster } from './poster'
import { readInbox } from './read-inbox'
import { referral } from './referral'
import { setProfile } from './set-profile'
import { sit } from './sit'

export const handlers = {
  home,
  sit,
  join,
  setProfile,
  code,
  bindPhone,
  forgetPhone,
  inbox,
  readInbox,
  allowMessages,
  referral,
  poster,
}

export const main = serve('member', handlers)
