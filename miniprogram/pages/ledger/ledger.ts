import type { State } from '../../components/state-view/state-view'
import { ask } from '../../services/cloud'
import { formatMonth, lastMonths } from '../../services/format-day'
import { formatPoints } from '../../services/format-points'
import type { Line } from '../../services/present-line'
import { kinds } from './kinds'
import { CHUNK, changedSlots, ROW_RPX, type Slot } from './slots'

type Kind = Line['kind']
const MONTHS_BACK = 24
/** The next page is read when no more than this is left below, the screen itself included. */
const READ_AHEAD_PX = 1800

Component({
  options: { pureDataPattern: /^_/ },
  data: {
    state: 'loading' as State,
    words: '',
    balance: '',
    kinds,
    kind: 'all',
    monthNames: ['全部时间'],
    monthIndex: 0,
    /** The lines on the screen; the rest of the list is only height. */
    slots: [] as Slot[],
    height: 0,
    foot: '',
    shown: null as Line | null,
    showLine: false,
    _months: [] as string[],
    _lines: [] as Line[],
    _next: null as number | null,
    _busy: false,
    _round: 0,
    _scrolled: 0,
    _rpx: 2,
  },
  methods: {
    onLoad() {
      this.data._rpx = 750 / wx.getWindowInfo().windowWidth
    },
    onShow() {
      void this.restart()
    },
    retry() {
      this.setData({ state: 'loading' })
      void this.restart()
    },
    /** From the newest line on, with the filters as they stand. */
    async restart() {
      this.data._round += 1
      this.data._busy = false
      await this.read(undefined)
    },
    async readOn() {
      if (this.data._next !== null && !this.data._busy) await this.read(this.data._next)
    },
    async read(before: number | undefined) {
      const { kind, _months, monthIndex, _round: round } = this.data
      const month = _months[monthIndex - 1]
      this.data._busy = true
      const question = {
        ...(kind !== 'all' && { kind: kind as Kind }),
        ...(month && { month }),
        ...(before && { before }),
      }
      const outcome = await ask('points', 'ledger', question, () => {
        if (round === this.data._round)
          this.setData(this.data.state === 'loading' ? { state: 'slow' } : { foot: '网络有点慢，正在加载…' })
      })
      if (round !== this.data._round) return
      this.data._busy = false
      if (outcome.ok) this.add(outcome.data, before === undefined)
      else if (outcome.refusal === 'NOT_A_MEMBER') this.setData({ state: 'gate' })
      else if (before || this.data.state === 'ready') this.setData({ foot: '没有加载出来，点这里重试' })
      else this.setData({ state: 'error', words: outcome.words })
    },
    add({ balance, lines, next }: { balance: number; lines: Line[]; next: number | null }, anew: boolean) {
      this.data._lines = anew ? lines : [...this.data._lines, ...lines]
      this.data._next = next
      if (anew) this.data._scrolled = 0
      if (this.data._months.length === 0 && lines[0]) this.offerMonths(lines[0].month)
      const foot = next !== null ? '正在加载…' : lines.length > 0 || !anew ? '就这些了' : ''
      const height = this.data._lines.length * ROW_RPX
      const state = this.data._lines.length === 0 ? 'empty' : 'ready'
      this.setData({ state, balance: formatPoints(balance), foot, height, ...(anew && { slots: [] }) })
      this.draw()
      if (lines.length < CHUNK) void this.readOn()
    },
    offerMonths(newest: string) {
      this.data._months = lastMonths(newest, MONTHS_BACK)
      this.setData({ monthNames: ['全部时间', ...this.data._months.map(formatMonth)] })
    },
    /** Puts the chunks in view into their slots: a few chunks at most are sent, however long the list. */
    draw() {
      const change = changedSlots(this.data.slots, this.data._lines, this.data._scrolled)
      if (Object.keys(change).length > 0) this.setData(change)
    },
    scroll({ detail }: WechatMiniprogram.ScrollViewScroll) {
      this.data._scrolled = detail.scrollTop * this.data._rpx
      this.draw()
      if (detail.scrollHeight - detail.scrollTop < READ_AHEAD_PX) void this.readOn()
    },
    chooseKind({ detail }: WechatMiniprogram.CustomEvent<{ key: string }>) {
      this.setData({ kind: detail.key })
      void this.restart()
    },
    chooseMonth({ detail }: WechatMiniprogram.PickerChange) {
      this.setData({ monthIndex: Number(detail.value) })
      void this.restart()
    },
    openLine({ currentTarget }: WechatMiniprogram.CustomEvent) {
      const { id } = currentTarget.dataset as { id: string }
      this.setData({ shown: this.data._lines.find((line) => line.id === id) ?? null, showLine: true })
    },
    closeLine() {
      this.setData({ showLine: false })
    },
  },
})
