import { buildAll } from '../local/build/build-all'

/** What the tests of the product run is what is deployed: built once before them. */
export default async function buildProduct(): Promise<void> {
  await buildAll()
}
