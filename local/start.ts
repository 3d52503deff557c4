import type { IncomingMessage, ServerResponse } from 'node:http'
import { resolve } from 'node:path'
import { buildAll, dist } from './build/build-all'
import { consoleRoutes } from './console/routes'
import { previewRoutes } from './preview/preview-routes'
import { type OpenRestaurant, openRestaurant } from './restaurant/open-restaurant'
import { relive } from './restaurant/relive'
import { sampleCast, sampleDiners, sampleFurniture } from './restaurant/sample'

/** `npm start`: build, open the sample restaurant on a local cloud, serve the console with three phones. */
async function main() {
  const port = Number(process.env.PORT ?? 3000)
  const dataDir = process.env.DATA_DIR ?? '.data/restaurant'
  console.log('正在构建小程序与云函数…')
  console.log(await buildAll())

  const rooms: { restaurant?: OpenRestaurant } = {}
  const cast = async () => {
    const branches = (await rooms.restaurant?.branches()) ?? []
    return { ...sampleCast, branches: branches.map(({ _id, name, tables }) => ({ id: _id, name, tables })) }
  }
  const console_ = consoleRoutes({ cast })
  const preview = previewRoutes(resolve(dist.preview, '..'))
  const fallback = async (request: IncomingMessage, response: ServerResponse) => {
    if (preview(request, response) || (await console_(request, response))) return
    response.writeHead(404, { 'content-type': 'text/plain' }).end('not found')
  }
  const restaurant = await openRestaurant(
    { dataDir, port, fallback: (request, response) => void fallback(request, response), onLog: print },
    sampleFurniture,
  )
  rooms.restaurant = restaurant
  await relive(restaurant, sampleDiners)
  console.log(`\n回头客已开张：${restaurant.cloud.url}\n数据保存在 ${dataDir}，Ctrl+C 打烊。`)
  const stop = () => void restaurant.cloud.close().then(() => process.exit(0))
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
}

const print = ({ source, text }: { source: string; text: string }) => {
  if (process.env.LOG === '1' || /"at":"(bug|warning)"/.test(text)) console.error(`[${source}] ${text}`)
}

main().catch((error: Error) => {
  console.error(error.message)
  process.exit(1)
})
