import tcb from '@cloudbase/node-sdk'
import { TcbDBApiHttpRequester } from '@cloudbase/node-sdk/dist/utils/tcbdbapirequester.js'
import type { Database } from '../../core/store/database'
import type { Doc } from '../../local/cloud/engine/document'
import { carryWithoutText } from './carry'

/** Carries what the SDK would send over the network. */
export type Send = (action: string, body: Doc) => Promise<Doc>

TcbDBApiHttpRequester.prototype.send = function (action, body) {
  return (this.config.send as Send)(action, body)
}

carryWithoutText()

const app = tcb.init({ env: 'simulation', secretId: 'none', secretKey: 'none' })

/** The SDK's own database objects, encoding and decoding included, with another carrier below them. */
export const databaseThrough = (send: Send): Database =>
  app.database({ send } as Parameters<typeof app.database>[0]) as unknown as Database
