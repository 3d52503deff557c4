import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { businessDayOf } from '../../core/domain/calendar'
import { collections } from '../../core/store/collections'
import type { Database } from '../../core/store/database'
import { type Branch, readRestaurant } from '../../core/store/restaurant'
import { dist } from '../build/build-all'
import type { CloudbaseConfig } from '../cloud/cloudbaserc'
import { type Cloud, type CloudOptions, startCloud } from '../cloud/start-cloud'
import { databaseOf } from './database'
import { type Furniture, furnish } from './furnish'
import { keptSealKeys, keptSecret } from './secret'

export interface OpenRestaurant {
  cloud: Cloud
  db: Database
  secret: string
  branches(): Promise<Branch[]>
}

const config = () =>
  JSON.parse(readFileSync(resolve(__dirname, '../../cloudbaserc.json'), 'utf8')) as CloudbaseConfig

/** The built product on a local cloud, with its collections, programme, branches and staff in place. */
export async function openRestaurant(
  options: Pick<CloudOptions, 'dataDir' | 'port' | 'host' | 'fallback' | 'autoTimers' | 'onLog' | 'limits'>,
  furniture: Furniture,
): Promise<OpenRestaurant> {
  const secret = keptSecret(options.dataDir)
  const cloud = await startCloud({
    ...options,
    dataDir: join(options.dataDir, 'cloud'),
    functionsRoot: dist.functions,
    config: config(),
    functionEnv: { HUITOUKE_SECRET: secret, HUITOUKE_SEAL_KEYS: keptSealKeys(options.dataDir) },
  })
  const definitions = Object.entries(collections).map(([name, indexes]) => ({ name, indexes }))
  await cloud.ensureCollections(definitions)
  const db = databaseOf(cloud)
  await furnish(db, secret, furniture)
  const branches = async () => (await readRestaurant(db, businessDayOf(new Date()))).branches
  return { cloud, db, secret, branches }
}
