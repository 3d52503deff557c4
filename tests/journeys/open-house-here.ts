import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openHouse } from '../../local/open-house'

/** A house in this process with nobody in it yet: sooner open than `npm start`, and its database can be looked into. */
export async function openHouseHere(options: { built?: string } = {}) {
  const dataDir = mkdtempSync(join(tmpdir(), 'huitouke-house-'))
  const { cloud, db } = await openHouse({ dataDir, diners: [], autoTimers: false, ...options })
  const close = async () => {
    await cloud.close()
    rmSync(dataDir, { recursive: true })
  }
  return { url: cloud.url, db, close }
}

export type HouseHere = Awaited<ReturnType<typeof openHouseHere>>
