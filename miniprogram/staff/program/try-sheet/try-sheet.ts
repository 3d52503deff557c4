import type { Chip } from '../../../components/chip-row/chip-row'
import { ask } from '../../../services/cloud'
import { formatDay } from '../../../services/format-day'
import { formatPoints } from '../../../services/format-points'
import { presentSteps, type StepView } from '../../../services/present-steps'
import type { Terms } from '../form'
import { readYuan } from '../read-number'

/** Typing has stopped for this long: now the sum is worth asking for. */
const TYPED_MS = 300

let timer = 0
let turn = 0

interface Sum {
  steps: StepView[]
  total: string
  until: string
}

/** What a bill would earn under what is being written. */
Component({
  properties: {
    show: { type: Boolean, value: false },
    terms: { type: Object },
    today: { type: String, value: '' },
    branches: { type: Array, value: [] as Chip[] },
  },
  data: {
    form: { amount: '200', day: '', branch: '', who: 'new', member: '' },
    people: [
      { key: 'new', text: '新会员' },
      { key: 'member', text: '按会员号' },
    ],
    sum: null as Sum | null,
    words: '',
  },
  observers: {
    show(show: boolean) {
      if (!show) return
      const { form } = this.data
      const [first] = this.properties.branches as Chip[]
      const day = form.day || this.properties.today
      this.setData({ form: { ...form, day, branch: form.branch || (first?.key ?? '') } })
      this.sumSoon()
    },
  },
  lifetimes: {
    detached() {
      clearTimeout(timer)
      turn += 1
    },
  },
  methods: {
    typed({ detail }: WechatMiniprogram.CustomEvent<{ name: string; value: string }>) {
      this.setData({ form: { ...this.data.form, [detail.name]: detail.value } })
      this.sumSoon()
    },
    sumSoon() {
      clearTimeout(timer)
      turn += 1
      const mine = turn
      timer = setTimeout(() => this.sum(mine), TYPED_MS)
    },
    async sum(mine: number) {
      const { amount, day, branch, who, member } = this.data.form
      const read = readYuan(amount, 1)
      const id = member.trim().toUpperCase()
      if (!read.ok) return this.setData({ sum: null, words: read.words })
      if (who === 'member' && !/^M[0-9A-Z]{16}$/.test(id))
        return this.setData({ sum: null, words: '请填会员号：M 和 16 位字母数字' })
      const outcome = await ask('manager', 'previewProgram', {
        terms: this.properties.terms as Terms,
        member: who === 'member' ? id : null,
        day,
        branch,
        amount: read.value,
      })
      if (mine !== turn) return
      if (!outcome.ok) return this.setData({ sum: null, words: outcome.words })
      const { steps, earned, expiresOn } = outcome.data
      const until = `用到 ${formatDay(expiresOn)}`
      this.setData({ sum: { steps: presentSteps(steps), total: formatPoints(earned), until }, words: '' })
    },
    close() {
      this.triggerEvent('close')
    },
  },
})
