import type { State } from '../../components/state-view/state-view'
import { ask } from '../../services/cloud'
import { amountWords, parseYuan } from '../../services/parse-yuan'
import { presentSum, type SumView } from './present-sum'

/** Typing has stopped for this long: now it is worth asking. */
const TYPED_MS = 300
/** A usual bill, so that the page says something before anything is typed. */
const USUAL = '100'

let timer = 0
let turn = 0

/** What a bill would earn me today, here. The server works it out as it would settle it. UX-02. */
Component({
  data: {
    state: 'loading' as State,
    words: '',
    typed: USUAL,
    fault: '',
    branch: '',
    sum: null as SumView | null,
    usual: ['50', '100', '200', '300'].map((yuan) => ({ key: yuan, text: `¥${yuan}` })),
  },
  lifetimes: {
    detached() {
      clearTimeout(timer)
      turn += 1
    },
  },
  methods: {
    onLoad() {
      this.take(this.data.typed)
    },
    retry() {
      this.setData({ state: 'loading' })
      this.take(this.data.typed)
    },
    input({ detail }: WechatMiniprogram.Input) {
      this.take(detail.value)
    },
    choose({ detail }: WechatMiniprogram.CustomEvent<{ key: string }>) {
      this.take(detail.key)
    },
    chooseBranch({ detail }: WechatMiniprogram.CustomEvent<{ key: string }>) {
      this.setData({ branch: detail.key })
      this.take(this.data.typed)
    },
    take(typed: string) {
      const amount = parseYuan(typed)
      clearTimeout(timer)
      turn += 1
      const mine = turn
      this.setData({ typed, fault: amount.ok ? '' : amountWords[amount.fault] })
      if (!amount.ok) return this.setData({ sum: null })
      const wait = this.data.state === 'ready' ? TYPED_MS : 0
      timer = setTimeout(() => this.calculate(amount.fen, mine), wait)
    },
    /** Answers may overtake one another: only the latest counts. */
    async calculate(amount: number, mine: number) {
      const { branch } = this.data
      const input = branch === '' ? { amount } : { amount, branch }
      const outcome = await ask('points', 'calculate', input, () => {
        if (this.data.state === 'loading') this.setData({ state: 'slow' })
      })
      if (mine !== turn) return
      if (outcome.ok) {
        const sum = presentSum(outcome.data)
        this.setData({ state: 'ready', sum, branch: sum.branch, words: '' })
      } else if (outcome.refusal === 'NOT_A_MEMBER') this.setData({ state: 'gate' })
      else if (this.data.state === 'ready') this.setData({ words: outcome.words })
      else this.setData({ state: 'error', words: outcome.words })
    },
  },
})
