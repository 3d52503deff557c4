import { parseArgs } from 'node:util'
import { buildAll, dist } from '../../local/build/build-all'
import { measurePackages } from '../../local/build/measure-packages'
import { openProduct } from '../open-product'
import { measureCloudSize } from './cloud-size'
import { measureCloudSpeed } from './cloud-speed'
import { type Contender, contest, type Result, ratios } from './contest'
import type { Count } from './count-calls'
import { countProcedures } from './count-procedures'
import { openPeerDatabase } from './peer-database'
import { eachPeer } from './peers'
import { printTable } from './print-table'
import { openProductContender } from './product-contender'

/**
 * `npm run bench`: what each question costs in calls of the cloud, what a phone has to download, and how the
 * product does under load, alone or beside the peers of a folder. `[--json] [--peers DIR] [--documents 1000000]`
 */
async function main() {
  const { values } = parseArgs({
    options: {
      json: { type: 'boolean' },
      peers: { type: 'string' },
      documents: { type: 'string', default: '1000000' },
    },
  })
  await buildAll()
  const product = await openProduct()
  const procedures = await countProcedures(product)
  await product.close()
  const packages = measurePackages(dist.miniprogram)
  const work = await contestAll(values.peers)
  const peers = ratios(work, 'Huitouke')
  const cloud = await measureCloud(Number(values.documents))
  if (values.json) {
    console.log(JSON.stringify({ procedures, packages, work, cloud, ...(values.peers && { peers }) }))
    return
  }
  printTable(procedures.map(columnsOf))
  printTable(packages.map(({ name, bytes, budget }) => ({ package: name, bytes, budget })))
  printTable(work.map(({ anomalies, ...result }) => ({ ...result, ...anomalies })))
  printTable(cloud.speed.map((row) => ({ ...row })))
  printTable(cloud.size.map((row) => ({ ...row })))
  printTable(peers)
}

/** The local cloud itself: through the SDK, and over few and many documents. */
const measureCloud = async (documents: number) => ({
  speed: await measureCloudSpeed(5),
  size: [await measureCloudSize(1000), await measureCloudSize(documents)],
})

async function contestAll(folder: string | undefined): Promise<Result[]> {
  const results: Result[] = []
  const take = async (contender: Contender) => {
    results.push(...(await contest(contender)))
  }
  const product = await openProductContender()
  await take(product).finally(() => product.close())
  if (folder === undefined) return results
  const closeDatabase = await openPeerDatabase(folder)
  await eachPeer(folder, take).finally(closeDatabase)
  return results
}

const columnsOf = ({ procedure, calls, depth, commitDepth, callsToCommit }: Count) => ({
  procedure,
  calls,
  depth,
  'commit depth': commitDepth ?? '',
  'calls to commit': callsToCommit ?? '',
})

main().catch((error: Error) => {
  console.error(error.stack)
  process.exit(1)
})
