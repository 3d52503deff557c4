import { ask } from '../../services/cloud'
import { formatDay } from '../../services/format-day'
import type { Search } from './export-sheet/read-trail'
import { type Action, type ActionView, kinds, viewAction } from './view-trail'

const EVERYBODY = '全部同事'

/** Who did what, when and to whom; nothing here can be changed. */
Component({
  options: { pureDataPattern: /^_/ },
  data: {
    state: 'loading',
    words: '',
    kinds,
    kind: '',
    people: [EVERYBODY],
    person: 0,
    day: '',
    dayName: '全部日期',
    member: '',
    memberName: '',
    rows: [] as ActionView[],
    foot: '',
    /** What the filters ask for. */
    search: {} as Search,
    bones: [1, 2, 3, 4, 5],
    _staff: [] as string[],
    _next: null as string | null,
    _round: 0,
  },
  methods: {
    async onLoad() {
      const [, team] = await Promise.all([this.restart(), ask('manager', 'team', {})])
      if (!team.ok) return
      this.data._staff = team.data.colleagues.map(({ staff }) => staff)
      this.setData({ people: [EVERYBODY, ...team.data.colleagues.map(({ name }) => name)] })
    },
    retry() {
      this.setData({ state: 'loading' })
      return this.restart()
    },
    /** From the newest on, with the filters as they stand. */
    restart() {
      const { kind, _staff, person, day, member } = this.data
      const staff = _staff[person - 1]
      const search: Search = {
        ...(kind && { procedure: kind }),
        ...(staff && { staff }),
        ...(day && { day }),
        ...(member && { member }),
      }
      this.setData({ search })
      this.data._round += 1
      return this.read(null)
    },
    async readOn() {
      if (this.data._next !== null) await this.read(this.data._next)
    },
    async read(before: string | null) {
      const { _round: round } = this.data
      this.data._next = null
      const question = { ...this.data.search, ...(before === null ? {} : { before }) }
      const outcome = await ask('manager', 'trail', question, () => {
        if (round === this.data._round && this.data.state === 'loading') this.setData({ state: 'slow' })
      })
      if (round !== this.data._round) return
      if (outcome.ok) return this.add(outcome.data, before === null)
      if (outcome.refusal === 'FORBIDDEN') this.setData({ state: 'gate' })
      else if (before === null) this.setData({ state: 'error', words: outcome.words })
      else {
        this.data._next = before
        this.setData({ foot: '没有加载出来，点这里重试' })
      }
    },
    add({ actions, next }: { actions: Action[]; next: string | null }, anew: boolean) {
      this.data._next = next
      const rows = [...(anew ? [] : this.data.rows), ...actions.map(viewAction)]
      const foot = next === null ? '就这些了' : '上拉看更早的记录'
      this.setData({ state: rows.length === 0 ? 'empty' : 'ready', rows, foot })
    },
    onReachBottom() {
      return this.readOn()
    },
    chooseKind({ detail }: WechatMiniprogram.CustomEvent<{ key: string }>) {
      this.setData({ kind: detail.key })
      return this.restart()
    },
    choosePerson({ detail }: WechatMiniprogram.PickerChange) {
      this.setData({ person: Number(detail.value) })
      return this.restart()
    },
    chooseDay({ detail }: WechatMiniprogram.PickerChange) {
      const day = String(detail.value)
      this.setData({ day, dayName: formatDay(day) })
      return this.restart()
    },
    everyDay() {
      this.setData({ day: '', dayName: '全部日期' })
      return this.restart()
    },
    async chooseMember({ currentTarget }: WechatMiniprogram.TouchEvent) {
      const { member } = currentTarget.dataset as { member: string | null }
      if (!member && !this.data.member) return
      this.setData({ member: member ?? '', memberName: member ? `会员 …${member.slice(-4)}` : '' })
      await this.restart()
    },
  },
})
