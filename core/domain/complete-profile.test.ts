import type { BusinessDay } from '../contract'
import { openAccount } from './account'
import { completeProfile } from './complete-profile'
import { plain } from './presets/plain'
import { recommended } from './presets/recommended'

const today = '2026-11-21' as BusinessDay
const none = { name: null, birthday: null }
const all = { name: '小安', birthday: '03-05' }

test.each`
  before                        | after                         | points
  ${none}                       | ${all}                        | ${[20]}
  ${{ ...all, birthday: null }} | ${all}                        | ${[20]}
  ${none}                       | ${{ ...all, birthday: null }} | ${[]}
  ${none}                       | ${{ ...all, name: null }}     | ${[]}
  ${all}                        | ${{ ...all, name: '小林' }}   | ${[]}
`('EARN-10: from $before to $after gives $points, once', ({ before, after, points }) => {
  const entries = completeProfile(openAccount(), before, after, today, recommended)
  expect(entries.map((entry) => entry.type === 'PointsGranted' && entry.earned)).toEqual(points)
  for (const entry of entries) expect(entry).toMatchObject({ source: 'profile', about: '完善资料' })
  expect(completeProfile(openAccount(), before, after, today, plain)).toEqual([])
})
