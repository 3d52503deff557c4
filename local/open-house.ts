import type { IncomingMessage, ServerResponse } from 'node:http'
import { dist } from './build/build-all'
import { consoleRoutes } from './console/routes'
import { previewRoutes } from './preview/preview-routes'
import { type OpenRestaurant, openRestaurant } from './restaurant/open-restaurant'
import { relive } from './restaurant/relive'
import { type SampleDiner, sampleCast, sampleFurniture } from './restaurant/sample'

export interface HouseOptions {
  dataDir: string
  /** Nothing: any free port. */
  port?: number
  /** The folder with `miniprogram` and `preview` as they were built; otherwise the product's own. */
  built?: string
  /** Those who have been here before. */
  diners: readonly SampleDiner[]
  /** Whether the night jobs run by themselves; they do by default. */
  autoTimers?: boolean
  onLog?: (line: { source: string; text: string }) => void
}

/** The sample restaurant on a local cloud, and before it the console with three phones. Nothing is built here. */
export async function openHouse({ diners, built = dist.root, ...options }: HouseOptions) {
  const rooms: { restaurant?: OpenRestaurant } = {}
  const cast = async () => {
    const branches = (await rooms.restaurant?.branches()) ?? []
    return { ...sampleCast, branches: branches.map(({ _id, name, tables }) => ({ id: _id, name, tables })) }
  }
  const console_ = consoleRoutes({ cast })
  const preview = previewRoutes(built)
  const fallback = async (request: IncomingMessage, response: ServerResponse) => {
    if (preview(request, response) || (await console_(request, response))) return
    response.writeHead(404, { 'content-type': 'text/plain' }).end('not found')
  }
  const restaurant = await openRestaurant(
    { ...options, fallback: (request, response) => void fallback(request, response) },
    sampleFurniture,
  )
  rooms.restaurant = restaurant
  await relive(restaurant, diners)
  return restaurant
}
