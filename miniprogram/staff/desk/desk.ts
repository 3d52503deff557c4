import type { State } from '../../components/state-view/state-view'
import { type AnswerTo, ask } from '../../services/cloud'
import { load } from '../../services/load'
import { watch } from '../../services/watch'
import type { Table } from './find-guest/find-guest'
import type { GuestView } from './guest-view'
import type { Receipt } from './receipt/receipt'

type Desk = AnswerTo<'cashier', 'desk'>

/** How often the tables are looked at while the desk is in front, and for how long at most. */
const LOOK = { every: 3000, during: 4 * 60 * 60 * 1000 }

let stopWatching: (() => void) | undefined

const viewTables = ({ branch, seated }: Desk): Table[] =>
  branch.tables.map((no) => ({ no, guests: seated.find(({ table }) => table === no)?.guests ?? 0 }))

/** The cashier's place: find the guest, type the bill, next. */
Component({
  data: {
    state: 'loading' as State,
    words: '',
    who: '',
    branch: '',
    manages: false,
    tables: [] as Table[],
    bones: [1, 2, 3, 4, 5, 6, 7, 8],
    step: 'find',
    guest: null as GuestView | null,
    receipt: null as Receipt | null,
  },
  pageLifetimes: {
    show() {
      this.load()
      stopWatching?.()
      stopWatching = watch(LOOK, () => this.look())
    },
    hide() {
      stopWatching?.()
    },
  },
  lifetimes: {
    detached() {
      stopWatching?.()
    },
  },
  methods: {
    async load() {
      const desk = await load(this, (slow) => ask('cashier', 'desk', {}, slow), { FORBIDDEN: 'gate' })
      if (desk) this.show(desk)
    },
    show(desk: Desk) {
      this.setData({
        state: 'ready',
        who: desk.name,
        branch: desk.branch.name,
        manages: desk.role !== 'clerk',
        tables: viewTables(desk),
      })
    },
    /** Keeps the tables fresh. A look that fails says nothing, unless he is no longer staff. */
    async look() {
      if (this.data.state !== 'ready' || this.data.step !== 'find') return false
      const outcome = await ask('cashier', 'desk', {})
      if (outcome.ok) this.show(outcome.data)
      else if (outcome.refusal === 'FORBIDDEN') this.setData({ state: 'gate' })
      return !outcome.ok && outcome.refusal === 'FORBIDDEN'
    },
    found({ detail }: WechatMiniprogram.CustomEvent<GuestView>) {
      this.setData({ step: 'bill', guest: detail })
    },
    settled({ detail }: WechatMiniprogram.CustomEvent<Receipt>) {
      this.setData({ step: 'settled', receipt: detail })
    },
    next() {
      this.setData({ step: 'find', guest: null, receipt: null })
      return this.look()
    },
    redeem({ detail }: WechatMiniprogram.CustomEvent<{ code?: string }>) {
      const query = detail.code ? `?code=${encodeURIComponent(detail.code)}` : ''
      return wx.navigateTo({ url: `/staff/redeem/redeem${query}` })
    },
    reverse() {
      return wx.navigateTo({ url: '/staff/reverse/reverse' })
    },
    team() {
      return wx.navigateTo({ url: '/staff/team/team' })
    },
  },
})
