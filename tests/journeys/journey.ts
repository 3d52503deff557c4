import { Phones } from '../../local/phones/hand-out-phones'

interface Options<House> {
  open: () => Promise<House>
  /** Phones stay in their hands from one test to the next. */
  keepsPhones?: boolean
  /** The house or the network goes away on purpose: what a browser says of that by itself is no fault. */
  losesConnection?: boolean
}

/**
 * A house with phones, open for the tests of a file. What a console complains about fails the test in
 * which it did.
 */
export function journey<House extends { url: string; close(): Promise<void> }>(options: Options<House>) {
  const { open, keepsPhones = false, losesConnection = false } = options
  const here = {} as { house: House; phones: Phones }
  beforeAll(async () => {
    here.house = await open()
    here.phones = await Phones.of(here.house.url)
  })
  afterAll(async () => {
    await here.phones.close()
    await here.house.close()
  })
  afterEach(async () => {
    const errors = here.phones.takeErrors()
    const ours = losesConnection
      ? errors.filter((each) => !each.startsWith('Failed to load resource'))
      : errors
    expect(ours).toEqual([])
    if (!keepsPhones) await here.phones.collect()
  })
  return here
}
