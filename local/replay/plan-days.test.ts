import { IdempotencyKey } from '../../core/contract/primitives'
import { nameBranches } from './name-branches'
import { planDays } from './plan-days'
import { joinKeyOf, openidOf } from './recognise-member'

const at = (time: string) => new Date(`2019-04-${time}+08:00`)
const receipt = (orderId: string, ref: string | null, time: string) => ({
  orderId,
  ref,
  at: at(time),
  amount: 400,
  branch: 'A',
})
const newcomer = (ref: string, time: string) => ({ ref, name: null, birthday: null, joinedAt: at(time) })

const told = (plan: ReturnType<typeof planDays>) =>
  Object.fromEntries(
    [...plan.days].map(([day, queues]) => [
      day,
      queues.map((queue) =>
        queue
          .map((one) => (one.kind === 'join' ? `join ${one.newcomer.ref}` : one.receipt.orderId))
          .join(' '),
      ),
    ]),
  )

test('a day has a queue for each person, in order; a guest waits for nobody; the day begins at four', () => {
  const receipts = [
    receipt('1', 'C1', '01T09:00:00'),
    receipt('2', null, '01T09:00:00'),
    receipt('3', 'C1', '01T10:00:00'),
    receipt('4', null, '02T03:59:59'),
    receipt('5', 'C2', '02T04:00:00'),
  ]
  const plan = planDays(receipts, [newcomer('C1', '01T08:00:00')])
  expect(told(plan)).toEqual({
    '2019-04-01': ['join C1 1 3', '2', '4'],
    '2019-04-02': ['join C2 5'],
  })
  expect([plan.first, plan.last, plan.end]).toEqual(['2019-04-01', '2019-04-02', at('02T04:00:00')])
})

test('who paid before the day he is said to have joined has joined when he paid', () => {
  const plan = planDays([receipt('1', 'C1', '01T09:00:00')], [newcomer('C1', '05T12:00:00')])
  expect(told(plan)).toEqual({ '2019-04-01': ['join C1 1'] })
})

test('who never paid joins all the same', () => {
  const plan = planDays([receipt('1', null, '03T09:00:00')], [newcomer('C1', '01T12:00:00')])
  expect(told(plan)).toEqual({ '2019-04-01': ['join C1'], '2019-04-03': ['1'] })
})

test('a branch is named by the Latin letters of its name, or by eight digits of its own', () => {
  const ids = nameBranches(['Café du Monde', 'outlet-5', '静安店', '徐汇店', 'outlet 5', 'outlet-5'])
  expect(ids.size).toBe(5)
  expect(ids.get('Café du Monde')).toBe('cafe-du-monde')
  expect([ids.get('outlet 5'), ids.get('outlet-5')]).toEqual([
    'outlet-5',
    expect.stringMatching(/^outlet-5-\w{8}$/),
  ])
  expect(ids.get('静安店')).toMatch(/^branch-\w{8}$/)
  expect(new Set(ids.values()).size).toBe(5)
})

test.each(['C1', '张三', 'a b', '-x', 'x'.repeat(100)])(
  'member %j has an openid a phone can have, and a key',
  (ref) => {
    expect(openidOf(ref)).toMatch(/^[\w-]{1,128}$/)
    expect(IdempotencyKey.safeParse(joinKeyOf(ref)).success).toBe(true)
    expect(joinKeyOf(ref)).not.toBe(joinKeyOf(`${ref}2`))
  },
)
