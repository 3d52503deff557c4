import tcb from '@cloudbase/node-sdk'
import type { Database } from '../../core/store/database'
import type { Cloud } from '../cloud/start-cloud'

/** The database as a tool sees it: through the same SDK as the functions, with the tools' credential. */
export function databaseOf(cloud: Cloud): Database {
  Object.assign(process.env, cloud.sdkEnv)
  return tcb.init({ env: tcb.SYMBOL_CURRENT_ENV }).database() as unknown as Database
}
