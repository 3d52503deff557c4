/** @jest-environment jsdom */
import { renderComponent } from '../../../tests/component'

const text = (component: { dom: HTMLElement } | undefined) => component?.dom.textContent?.trim()
/** A tap arrives, as on a phone, a moment later. */
const tap = async (component: { dispatchEvent(name: string): void } | undefined) => {
  component?.dispatchEvent('tap')
  await Promise.resolve()
}

beforeEach(() => jest.useFakeTimers())
afterEach(() => jest.useRealTimers())

describe('the keys of the till', () => {
  const pad = (properties: object) => {
    const component = renderComponent('staff/desk/amount-pad/amount-pad', properties)
    const heard: unknown[] = []
    component.addEventListener('press', ({ detail }) => heard.push(detail))
    component.addEventListener('settle', () => heard.push('settle'))
    return { component, heard }
  }

  test('each key says which it is', async () => {
    const { component, heard } = pad({})
    for (const key of component.querySelectorAll('.key')) await tap(key)
    const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0', '.', 'del']
    expect(heard).toEqual(digits.map((key) => ({ key })))
  })

  test.each([
    [{ ready: false, busy: false }, []],
    [{ ready: true, busy: false }, ['settle']],
    [{ ready: true, busy: true }, []],
  ])('with %j a tap on the big key settles %j', async (properties, settled) => {
    const { component, heard } = pad(properties)
    await tap(component.querySelector('.settle'))
    expect(heard).toEqual(settled)
  })

  test('while a bill is being settled its amount cannot be changed', async () => {
    const { component, heard } = pad({ ready: true, busy: true })
    await tap(component.querySelector('.key'))
    expect(heard).toEqual([])
    expect(text(component.querySelector('.settle'))).toBe('入账中')
  })
})

describe('the receipt', () => {
  const shown = () => {
    const component = renderComponent('staff/desk/receipt/receipt', {
      guest: { name: '林小满' },
      receipt: { earned: '228', balance: '328', amount: '¥128.50', upgradedTo: null },
    })
    const nexts: unknown[] = []
    component.addEventListener('next', () => nexts.push('next'))
    return { component, nexts }
  }

  test('says what was credited and what he has now', () => {
    const { component } = shown()
    for (const words of ['+228', '¥128.50', '328', '林小满']) expect(text(component)).toContain(words)
  })

  test('makes room for the next guest by itself, once', () => {
    const { nexts } = shown()
    jest.advanceTimersByTime(7000)
    expect(nexts).toEqual([])
    jest.advanceTimersByTime(30_000)
    expect(nexts).toEqual(['next'])
  })

  test('makes room at a tap, and then not again', async () => {
    const { component, nexts } = shown()
    await tap(component.querySelector('.next'))
    jest.advanceTimersByTime(30_000)
    expect(nexts).toEqual(['next'])
  })
})
