import { Clock } from './clock'

describe('the clock', () => {
  afterEach(() => jest.restoreAllMocks())

  it('stands still at the very instant it was given, even if a millisecond passes meanwhile', () => {
    let machine = Date.parse('2026-01-01T00:00:00Z')
    jest.spyOn(Date, 'now').mockImplementation(() => machine++)
    const clock = new Clock()
    const instant = Date.parse('2031-01-01T01:00:00Z')
    clock.set(instant, true)
    expect(clock.now()).toBe(instant)
    expect(clock.now()).toBe(instant)
  })
})
