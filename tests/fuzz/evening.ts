import { makeMemberCode, redemptionQr } from '../../cloudfunctions/codes'
import { finding } from '../../core/domain/audit/finding'
import { instantOf } from '../../core/domain/calendar'
import { assert } from '../../core/domain/result'
import { raise } from '../../core/store/alarms'
import { Chance } from '../simulation/chance'
import { furnish, PROPOSALS } from '../simulation/furnish'
import { drawHouse, idOf, SECRET } from '../simulation/house'
import type { ProcedureName } from '../simulation/question'
import type { Known } from './from-schema'
import { House } from './house'
import { NOON, signed } from './till'

/** What Ann has, in the letters and figures that nobody else has. */
const ANN = { name: '安被害', birthday: '07-19', amount_fen: 7_391_900 }
const ann = idOf('ann')

/** Ask something that must be answered yes. */
async function told<T>(house: House, asked: ProcedureName, name: string, input: object): Promise<T> {
  const reply = await house.ask(asked, idOf(name), input)
  assert(reply.ok, `${asked} by ${name} answered ${reply.refusal}: ${house.bugs.join()}`)
  return reply.data as T
}

type Guests = { guests: { visit: string; member: string }[] }

/** Everybody comes in, sits down, is found by the cashier of his branch and pays. */
async function dine(house: House, keys: string[]) {
  const profile = { name: ANN.name, birthday: ANN.birthday }
  await told(house, 'member.join', 'ann', { key: keys[0], ...profile })
  await told(house, 'member.join', 'ben', { key: keys[1], name: '阿本' })
  await told(house, 'member.join', 'cai', { key: keys[2] })
  await told(house, 'member.sit', 'ann', { branch: 'jingan', table: '1' })
  await told(house, 'member.sit', 'ben', { branch: 'jingan', table: '1' })
  await told(house, 'member.sit', 'cai', { branch: 'xuhui', table: 'A1' })

  const jingan = await told<Guests>(house, 'cashier.guestsAtTable', 'oto', { table: '1' })
  const xuhui = await told<Guests>(house, 'cashier.guestsAtTable', 'pia', { table: 'A1' })
  const guests = [...jingan.guests, ...xuhui.guests]
  const annVisit = guests.find(({ member }) => member === ann)?.visit ?? ''
  const bill = { key: keys[3], visit: annVisit, amount: 4_200, billNo: 'B-1' }
  await told(house, 'cashier.settleBill', 'oto', bill)
  const paid_at = instantOf(new Date(NOON))
  const order = { order_id: 'B-2', paid_at, amount_fen: ANN.amount_fen, member: ann }
  const { statusCode } = await house.post(signed({ body: JSON.stringify(order) }))
  assert(statusCode === 200, 'the till is answered')
  return { annVisit, visits: guests.map(({ visit }) => visit) }
}

type Claimed = { redemption: { code: string } }

/** Codes of every kind: of Ann and of Ben, used and not. */
async function showCodes(house: House, keys: string[]) {
  const claim = async (name: string, reward: string, key: string | undefined) =>
    (await told<Claimed>(house, 'mall.claim', name, { key, reward })).redemption.code
  const annCodes = [await claim('ann', 'tea', keys[4]), await claim('ann', 'cake', house.uuid())]
  const codes = [...annCodes, await claim('ben', 'tea', house.uuid())]
  await told(house, 'cashier.redeemCode', 'oto', { key: keys[5], code: annCodes[1] })

  const spent = makeMemberCode(SECRET, ann, NOON + 30_000)
  await told(house, 'cashier.identify', 'oto', { key: keys[6], code: spent })
  const bens = await told<{ code: string }>(house, 'member.code', 'ben', {})
  const anns = await told<{ code: string }>(house, 'member.code', 'ann', {})
  const expired = makeMemberCode(SECRET, ann, NOON - 1)
  const elsewhere = makeMemberCode('the secret of another restaurant, 32', ann, NOON + 30_000)
  return { annCodes, codes, memberCodes: [anns.code, bens.code, spent, expired, elsewhere] }
}

/** One becomes a cashier and is removed; another has been asked and has not answered yet. */
async function hire(house: House): Promise<string[]> {
  const { role, branch } = house.read('staff', idOf('oto')) as { role: string; branch: string }
  const invite = async (name: string) => {
    const who = { key: house.uuid(), name, role, branch }
    const { invitation } = await told<{ invitation: { code: string } }>(
      house,
      'manager.inviteStaff',
      'mia',
      who,
    )
    return invitation.code
  }
  const invitations = [await invite('小雷'), await invite('小王')]
  await told(house, 'cashier.acceptInvitation', 'rex', { code: invitations[0] })
  await told(house, 'manager.revokeStaff', 'mia', { staff: idOf('rex') })
  return invitations
}

/**
 * An evening has been. Every real thing that somebody could get hold of is known by the name of the
 * field it belongs in; what is Ann's must be told to nobody who has no right to it.
 */
export async function openAfterEvening(): Promise<{ house: House; known: Known; secrets: string[] }> {
  const house = new House()
  const plan = drawHouse(new Chance(1))
  await furnish(
    (name, documents) => house.db.collection(name).add(documents),
    { ...plan, programs: plan.programs.slice(0, 1) },
    false,
  )
  const keys = Array.from({ length: 8 }, house.uuid)
  const { annVisit, visits } = await dine(house, keys)
  const { annCodes, codes, memberCodes } = await showCodes(house, keys)
  const invitations = await hire(house)
  await raise(house.environment(null), finding('LARGE_BALANCE', ann, ann), '2027-03-05')
  const { balance } = await told<{ balance: number }>(house, 'mall.list', 'ann', {})
  house.remember()

  const members = ['ann', 'ben', 'cai', 'dan', 'oto', 'pia', 'rex', 'mia'].map(idOf)
  const qrs = [...codes, ''].map((code) => redemptionQr(SECRET, code))
  const moments = [NOON, NOON - 7 * 86_400_000, NOON + 300_000, NOON - 60_000]
  const known: Known = {
    key: keys,
    visit: visits,
    code: [...codes, ...qrs, ...memberCodes, ...invitations],
    member: [...members, ...memberCodes],
    staff: members,
    table: ['1', '2', 'A1', '9'],
    branch: ['jingan', 'xuhui', 'nowhere'],
    reward: ['tea', 'cake', 'feast', 'nothing'],
    billNo: ['B-1', 'B-2'],
    order_id: ['B-1', 'B-2'],
    paid_at: moments.map((at) => instantOf(new Date(at))),
    name: ['小新', '阿本'],
    birthday: ['02-29', '12-31', '03-05'],
    month: ['2027-03', '2028-02'],
    alarm: [`LARGE_BALANCE.${ann}`],
    proposal: PROPOSALS.map(({ _id }) => _id),
  }
  const secrets = [ANN.name, ANN.birthday, String(balance), ann, annVisit, ...annCodes, ...memberCodes]
  return { house, known, secrets: secrets.filter((one) => !one.includes(idOf('ben'))) }
}
