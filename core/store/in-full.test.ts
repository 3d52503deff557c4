import type { Program } from '../contract/program'
import { recommended } from '../domain/presets/recommended'
import { inFull } from './in-full'

test('BDAY-05: a programme that was published before anniversaries and jubilees promises none, and keeps all it says', () => {
  const { anniversary: _none, earn, ...old } = recommended
  const { jubilees: _neither, ...earned } = earn
  const kept = {
    _id: 'from-2026-01-01',
    ...old,
    earn: earned,
    published: { by: 'ada' },
  } as unknown as Program
  expect(inFull(kept)).toEqual({ ...kept, ...recommended })
  expect(inFull({ ...recommended })).toEqual(recommended)
})
