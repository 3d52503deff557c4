import { groupBy } from './group-by'

test('what has one name is together, and everything keeps its order', () => {
  const groups = groupBy(['b1', 'a1', 'b2', 'a2', 'c1'], ([name]) => name)
  expect([...groups]).toEqual([
    ['b', ['b1', 'b2']],
    ['a', ['a1', 'a2']],
    ['c', ['c1']],
  ])
})
