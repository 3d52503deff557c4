import { serve } from '../serve'
import { acceptInvitation } from './accept-invitation'
import { desk } from './desk'
import { findByPhone } from './find-by-phone'
import { guestsAtTable } from './guests-at-table'
import { identify } from './identify'
import { inspectCode } from './inspect-code'
import { previewBill } from './preview-bill'
import { redeemCode } from './redeem-code'
import { settleBill } from './settle-bill'

export const handlers = {
  desk,
  acceptInvitation,
  identify,
  guestsAtTable,
  findByPhone,
  previewBill,
  settleBill,
  inspectCode,
  redeemCode,
}

export const main = serve('cashier', handlers)
