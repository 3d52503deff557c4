import { readScanned, readScene } from './scene'

const seat = (branch: string, table: string) => ({ kind: 'seat', seat: { branch, table } })

test.each([
  ['as WeChat encodes it', { scene: 'b%3Djingan%26t%3D5' }, seat('jingan', '5')],
  ['already decoded', { scene: 'b=jingan&t=A12' }, seat('jingan', 'A12')],
  ['as plain fields', { b: 'jingan', t: '5' }, seat('jingan', '5')],
  ['a room with a Chinese name', { scene: encodeURIComponent('b=jingan&t=包间3') }, seat('jingan', '包间3')],
  [
    'encoded twice',
    { scene: encodeURIComponent(`b=jingan&t=${encodeURIComponent('包间3')}`) },
    seat('jingan', '包间3'),
  ],
  ['with fields of others', { scene: 'b=jingan&t=5&from=wall' }, seat('jingan', '5')],
  ['opened from the list of mini-programs', {}, { kind: 'none' }],
  ['of a friend, forwarded', { r: 'AB12CD34' }, { kind: 'referral', code: 'AB12CD34' }],
  ['of a friend, on a poster', { scene: 'r%3DAB12CD34' }, { kind: 'referral', code: 'AB12CD34' }],
])('a scene is read %s', (_, query, scene) => expect(readScene(query)).toEqual(scene))

test.each([
  ['no table', { scene: 'b%3Djingan' }],
  ['no branch', { t: '5' }],
  ['an empty scene', { scene: '' }],
  ['a branch with capitals', { b: 'JingAn', t: '5' }],
  ['a branch that is a path', { b: '../x', t: '5' }],
  ['a table that is too long', { b: 'jingan', t: '123456789' }],
  ['a table with an operator', { b: 'jingan', t: '$ne' }],
  ['half an encoding', { scene: 'b%3Djingan%26t%3D%E5%8' }],
  ['noise', { scene: '%%%' }],
])('a scene with %s has words for the guest', (_, query) => {
  expect(readScene(query)).toMatchObject({ kind: 'malformed', words: expect.stringContaining('桌码') })
})

test.each([
  ['pages/home/home?scene=b%3Djingan%26t%3D5', seat('jingan', '5')],
  ['https://example.com/t?b=jingan&t=5', seat('jingan', '5')],
  ['b=jingan&t=5', seat('jingan', '5')],
])('a scanned %s is a seat', (text, scene) => expect(readScanned(text)).toEqual(scene))

test.each([['https://example.com/'], ['HTK1.M.abc'], ['%E5%8'], ['']])(
  'a scanned "%s" is no table',
  (text) => {
    expect(readScanned(text)).toMatchObject({ kind: 'malformed' })
  },
)
