import { fen } from './amounts'
import { sayYuan } from './say-yuan'

test.each([
  [0, '0'],
  [1, '0.01'],
  [99, '0.99'],
  [100, '1'],
  [16_850, '168.50'],
  [20_000, '200'],
  [20_005, '200.05'],
])('%i fen are said as %s yuan', (amount, words) => {
  expect(sayYuan(fen(amount))).toBe(words)
})
