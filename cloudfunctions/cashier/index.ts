import { serve } from '../serve'
import { acceptInvitation } from './accept-invitation'
import { desk } from './desk'
import { findBills } from './find-bills'
import { findByPhone } from './find-by-phone'
import { guestsAtTable } from './guests-at-table'
import { identify } from './identify'
import { inspectCode } from './inspect-code'
import { previewBill } from './preview-bill'
import { previewReversal } from './preview-reversal'
import { redeemCode } from './redeem-code'
import { reverseBill } from './reverse-bill'
import { reverseClaim } from './reverse-claim'
import { settleBill } from './settle-bill'

export const handlers = {
  desk,
  acceptInvitation,
  identify,
  guestsAtTable,
  findByPhone,
  previewBill,
  settleBill,
  findBills,
  previewReversal,
  reverseBill,
  reverseClaim,
  inspectCode,
  redeemCode,
}

export const main = serve('cashier', handlers)
