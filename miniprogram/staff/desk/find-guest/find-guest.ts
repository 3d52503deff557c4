import { ask, type Outcome } from '../../../services/cloud'
import { command } from '../../../services/command'
import { formatTable } from '../../../services/format-table'
import { kindOf } from '../../read-code'
import { scanCode } from '../../scan-code'
import { type Guest, type GuestView, viewGuest } from '../guest-view'

export interface Table {
  no: string
  guests: number
}

const identify = command('cashier', 'identify')
const PHONE_LENGTH = 11

/** The three ways to a member: the code on his phone, the number he says, or the table he sits at. */
Component({
  properties: { tables: { type: Array, value: [] as Table[] } },
  data: {
    busy: false,
    words: '',
    /** What can be asked again after a lost connection. */
    retry: '',
    phone: '',
    table: '',
    choices: [] as GuestView[],
  },
  methods: {
    async scan() {
      const code = await scanCode()
      if (code === undefined) return
      const kind = kindOf(code)
      if (kind === 'redemption') this.triggerEvent('redemption', { code })
      else if (kind === 'table')
        this.setData({ words: '这是桌码，请客人用自己的手机扫；这里扫会员码或兑换码', retry: '' })
      else await this.identify(code)
    },
    async identify(code: string) {
      const outcome = await this.waitFor(() => identify({ code }))
      if (outcome.ok) this.find(outcome.data.guest)
      else this.setData({ words: outcome.words, retry: outcome.refusal === 'OFFLINE' ? code : '' })
    },
    again() {
      return this.identify(this.data.retry)
    },
    typePhone({ detail }: WechatMiniprogram.Input) {
      this.setData({ phone: detail.value.replace(/\D/g, '').slice(0, PHONE_LENGTH), words: '' })
    },
    /** Only a whole number is looked for. */
    async findByPhone() {
      const { phone } = this.data
      if (phone.length < PHONE_LENGTH) return this.setData({ words: '请输入完整的 11 位手机号' })
      const outcome = await this.waitFor(() => ask('cashier', 'findByPhone', { phone }))
      if (!outcome.ok) return this.setData({ words: outcome.words })
      this.setData({ phone: '' })
      return this.triggerEvent('found', viewGuest(outcome.data.guest, outcome.data.phone))
    },
    async pick({ currentTarget }: WechatMiniprogram.TouchEvent) {
      const table = String(currentTarget.dataset.table)
      const outcome = await this.waitFor(() => ask('cashier', 'guestsAtTable', { table }))
      if (!outcome.ok) return this.setData({ words: outcome.words })
      const { guests } = outcome.data
      const [first, ...others] = guests
      if (!first)
        return this.setData({
          words: `${formatTable(table)}还没有会员入座，请客人扫桌上的码，或直接扫会员码`,
        })
      if (others.length === 0) return this.find(first)
      return this.setData({ table: formatTable(table), choices: guests.map((guest) => viewGuest(guest)) })
    },
    choose({ currentTarget }: WechatMiniprogram.TouchEvent) {
      const guest = this.data.choices[Number(currentTarget.dataset.index)]
      if (guest) this.triggerEvent('found', guest)
    },
    back() {
      this.setData({ choices: [], table: '' })
    },
    find(guest: Guest) {
      this.triggerEvent('found', viewGuest(guest))
    },
    async waitFor<N extends 'cashier', P extends 'identify' | 'guestsAtTable' | 'findByPhone'>(
      question: () => Promise<Outcome<N, P>>,
    ): Promise<Outcome<N, P>> {
      this.setData({ busy: true, words: '', retry: '' })
      const outcome = await question()
      this.setData({ busy: false })
      return outcome
    },
  },
})
