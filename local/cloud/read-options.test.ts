import { platformLimits } from './limits'
import { readDuplicateForm, readLimits } from './read-options'

it('every limit of the platform can be another', () => {
  const texts = Object.keys(platformLimits).map((name, at) => `${name}=${at + 1}`)
  expect(Object.keys(readLimits(texts))).toEqual(Object.keys(platformLimits))
  expect(readLimits(['documentBytes=100', 'databaseConnections=5'])).toEqual({
    documentBytes: 100,
    databaseConnections: 5,
  })
})

it.each([
  'documentBytes',
  'documentBytes=',
  'documentBytes=0',
  'documentBytes=-1',
  'documentBytes=1.5',
  'toString=1',
  'x=1',
])('%s is no limit', (text) => {
  expect(() => readLimits([text])).toThrow(`--limit ${text}`)
})

it('a duplicate key has two forms', () => {
  expect(readDuplicateForm('DATABASE_DUPLICATE_WRITE')).toBe('DATABASE_DUPLICATE_WRITE')
  expect(() => readDuplicateForm('E11000')).toThrow('--duplicate-form is')
})
