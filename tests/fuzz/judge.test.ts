import type { AnswerOf, Contract } from '../../core/contract'
import { type Case, judge } from './judge'

const SECRETS = ['安被害', '7A7A7A7A7A7A7A7A']
const right: Case = {
  asked: 'mall.redemption',
  caller: 'diner',
  input: { code: '0000000000000000' },
  reply: { ok: false, refusal: 'CODE_NOT_FOUND' },
  changed: [],
  bugs: [],
}
/** Another field of the answer does not compile until it is here. */
const shown: AnswerOf<Contract['cashier']['inspectCode']> = {
  code: 'c',
  rewardName: 'tea',
  picture: '/a.svg',
  worth: 100,
  memberName: '安被害',
  status: 'issued',
  expiresOn: '2027-03-08',
  here: true,
  used: null,
  points: 50,
  stamps: null,
  voided: null,
}
const inspected = { asked: 'cashier.inspectCode', reply: { ok: true, data: shown } } as const

test.each<[string, Partial<Case>, RegExp | null]>([
  ['a refusal of the contract', {}, null],
  ['a refusal that any may give', { reply: { ok: false, refusal: 'BUSY' } }, null],
  ['a bug', { reply: { ok: false, refusal: 'INTERNAL' } }, /not in the contract/],
  ['a bug that was only logged', { bugs: ['it broke'] }, /it broke/],
  [
    'a refusal of another procedure',
    { reply: { ok: false, refusal: 'OUT_OF_STOCK' } },
    /not in the contract/,
  ],
  [
    'a bad request that wrote',
    { reply: { ok: false, refusal: 'BAD_REQUEST' }, changed: ['members'] },
    /written/,
  ],
  ['a stranger who wrote', { reply: { ok: false, refusal: 'FORBIDDEN' }, changed: ['members'] }, /written/],
  [
    'a refusal that says whose',
    { reply: { ok: false, refusal: 'CODE_NOT_FOUND', data: '安被害' } },
    /安被害/,
  ],
  ['a diner at the desk', { ...inspected, caller: 'diner' }, /may not ask/],
  ['who was removed, at the desk', { ...inspected, caller: 'revoked cashier' }, /may not ask/],
  ['nobody, answered', { caller: 'nobody', reply: { ok: true, data: {} } }, /may not ask/],
  ['an answer of another shape', { reply: { ok: true, data: { redemption: {} } } }, /as the contract says/],
  ['the cashier of her branch, told of Ann', { ...inspected, caller: 'cashier' }, null],
  [
    'another cashier, told of Ann by her code',
    { ...inspected, caller: 'cashier of another branch', input: { code: '7a7a-7a7a-7a7a-7a7a' } },
    null,
  ],
  [
    'another cashier, told of Ann by no code',
    { ...inspected, caller: 'cashier of another branch' },
    /安被害/,
  ],
])('%s is judged', (_what, change, verdict) => {
  const said = judge({ ...right, ...change }, SECRETS)
  if (verdict === null) expect(said).toBeNull()
  else expect(said).toMatch(verdict)
})
