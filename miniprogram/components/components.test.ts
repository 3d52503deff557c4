/** @jest-environment jsdom */
import { renderComponent } from '../../tests/component'
import { scatter } from './celebration/scatter'
import { countUp } from './count-up/count'

const text = (component: { dom: HTMLElement }) => component.dom.textContent?.trim()
/** A tap arrives, as on a phone, a moment later. */
const tap = async (component: { dispatchEvent(name: string): void } | undefined) => {
  component?.dispatchEvent('tap')
  await Promise.resolve()
}
const wait = (ms: number) => jest.advanceTimersByTime(ms)

beforeEach(() => jest.useFakeTimers())
afterEach(() => jest.useRealTimers())

describe('a number that counts up', () => {
  test.each([
    [0, 200, 0, 0],
    [0, 200, 18, 200],
    [380, 379, 18, 379],
    [0, 8_765_432, 18, 8_765_432],
  ])('from %d to %d stands at step %d at %d', (from, to, step, at) => {
    expect(countUp(from, to, step, 18)).toBe(at)
  })

  test('never runs backwards on its way up, and only through whole points', () => {
    const run = Array.from({ length: 19 }, (_, step) => countUp(100, 380, step, 18))
    expect(run).toEqual([...run].sort((a, b) => a - b))
    for (const value of run) expect(Number.isInteger(value)).toBe(true)
  })

  test('stands at once when it is first seen', () => {
    expect(text(renderComponent('components/count-up/count-up', { value: 1280 }))).toBe('1,280')
  })

  test('runs to a new value and ends on it exactly', () => {
    const number = renderComponent('components/count-up/count-up', { value: 100 })
    number.setData({ value: 380 })
    expect(text(number)).not.toBe('380')
    wait(2000)
    expect(text(number)).toBe('380')
  })

  test('a second value on the way wins', () => {
    const number = renderComponent('components/count-up/count-up', { value: 100 })
    number.setData({ value: 380 })
    wait(200)
    number.setData({ value: 90 })
    wait(2000)
    expect(text(number)).toBe('90')
  })
})

describe('a celebration', () => {
  const moment = { title: '积分到账', figure: '+280', note: '谢谢光临静安店' }

  test('shows nothing until there is something to celebrate', () => {
    expect(text(renderComponent('components/celebration/celebration'))).toBe('')
  })

  test('says how many points came, and goes by itself', () => {
    const party = renderComponent('components/celebration/celebration')
    const ended = jest.fn()
    party.addEventListener('end', ended)
    party.setData({ moment })
    expect(text(party)).toContain('+280')
    expect(party.querySelectorAll('.piece')).toHaveLength(18)
    wait(3000)
    expect(text(party)).toBe('')
    expect(ended).toHaveBeenCalledTimes(1)
  })

  test('goes at a tap, once', async () => {
    const party = renderComponent('components/celebration/celebration', { moment })
    const ended = jest.fn()
    party.addEventListener('end', ended)
    await tap(party.querySelector('.celebration'))
    expect(text(party)).toBe('')
    wait(3000)
    expect(ended).toHaveBeenCalledTimes(1)
  })

  test('confetti fills the width and comes at different times', () => {
    const pieces = scatter(18)
    expect(pieces).toEqual(scatter(18))
    expect(new Set(pieces.map((piece) => piece.left)).size).toBe(18)
    for (const { left, delay } of pieces) {
      expect(left).toBeGreaterThanOrEqual(6)
      expect(left).toBeLessThanOrEqual(94)
      expect(delay).toBeLessThan(520)
    }
  })
})

describe('the time a code has left', () => {
  const renewals = (bar: ReturnType<typeof renderComponent>) => {
    const renew = jest.fn()
    bar.addEventListener('renew', renew)
    return renew
  }

  test('counts down by the server’s lifetime', () => {
    const bar = renderComponent('components/time-bar/time-bar', { lifetime: 60_000, round: 1 })
    expect(text(bar)).toContain('60 秒')
    wait(10_000)
    expect(text(bar)).toContain('50 秒')
  })

  test('asks for the next code five seconds before the end, once', () => {
    const bar = renderComponent('components/time-bar/time-bar', { lifetime: 60_000, round: 1 })
    const renew = renewals(bar)
    wait(54_000)
    expect(renew).not.toHaveBeenCalled()
    wait(1000)
    expect(renew).toHaveBeenCalledTimes(1)
    wait(60_000)
    expect(renew).toHaveBeenCalledTimes(1)
    expect(text(bar)).toContain('0 秒')
  })

  test('starts anew with the next code', () => {
    const bar = renderComponent('components/time-bar/time-bar', { lifetime: 60_000, round: 1 })
    const renew = renewals(bar)
    wait(55_000)
    bar.setData({ round: 2 })
    expect(text(bar)).toContain('60 秒')
    wait(55_000)
    expect(renew).toHaveBeenCalledTimes(2)
  })

  test('after sleeping in the background it asks at once', () => {
    const bar = renderComponent('components/time-bar/time-bar', { lifetime: 60_000, round: 1 })
    const renew = renewals(bar)
    jest.setSystemTime(Date.now() + 300_000)
    bar.triggerPageLifeTime('show')
    expect(renew).toHaveBeenCalledTimes(1)
  })
})

describe('a row of chips', () => {
  const chips = [
    { key: 'all', text: '全部' },
    { key: 'drink', text: '饮品' },
  ]

  test('tells which one was chosen, and is silent about the one that is already', async () => {
    const row = renderComponent('components/chip-row/chip-row', { chips, chosen: 'all' })
    const chosen: unknown[] = []
    row.addEventListener('choose', ({ detail }) => chosen.push(detail))
    const [all, drink] = row.querySelectorAll('.touch')
    await tap(all)
    await tap(drink)
    expect(chosen).toEqual([{ key: 'drink' }])
  })
})

describe('a progress bar', () => {
  test.each([
    [0, '0%'],
    [1, '3%'],
    [6200, '62%'],
    [9999, '99%'],
    [10_000, '100%'],
  ])('of %d basis points is %s wide', (bp, width) => {
    const bar = renderComponent('components/progress-bar/progress-bar', { bp })
    expect(bar.querySelector('.fill')?.dom.style.width).toBe(width)
  })
})

describe('a sheet', () => {
  test('closes at the mask, and takes its content with it once it has left', async () => {
    const sheet = renderComponent('components/sheet/sheet', { show: true, title: '会员规则' })
    const close = jest.fn()
    sheet.addEventListener('close', close)
    expect(text(sheet)).toContain('会员规则')
    await tap(sheet.querySelector('.mask'))
    expect(close).toHaveBeenCalledTimes(1)
    sheet.setData({ show: false })
    wait(1000)
    expect(text(sheet)).toBe('')
  })

  test('opened again while it leaves, it stays', () => {
    const sheet = renderComponent('components/sheet/sheet', { show: true, title: '会员规则' })
    sheet.setData({ show: false })
    wait(50)
    sheet.setData({ show: true })
    wait(1000)
    expect(text(sheet)).toContain('会员规则')
  })
})

describe('the states of a page', () => {
  test.each([
    ['slow', {}, '网络有点慢'],
    ['empty', { emptyTitle: '还没有兑换码' }, '还没有兑换码'],
    ['gate', {}, '一键入会'],
    ['error', { words: '网络断开了' }, '网络断开了'],
  ])('%s has words', (state, more, words) => {
    expect(text(renderComponent('components/state-view/state-view', { state, ...more }))).toContain(words)
  })

  test('an error can be tried again', async () => {
    const view = renderComponent('components/state-view/state-view', { state: 'error', words: '网络断开了' })
    const retry = jest.fn()
    view.addEventListener('retry', retry)
    await tap(view.querySelector('.do'))
    expect(retry).toHaveBeenCalledTimes(1)
  })
})
