import type { AdjustmentReason } from '../../../../core/contract'
import { command } from '../../../services/command'
import { adjustmentReasons, sayDirection } from '../../../services/say-adjustment'
import { type MemberView, sayLimit } from '../view-member'

const adjust = command('manager', 'adjust')

const chips = (reasons: readonly AdjustmentReason[]) =>
  reasons.map((key) => ({ key, text: adjustmentReasons[key] }))

const REASONS = {
  give: chips(['MISSED_BILL', 'APOLOGY', 'GIFT', 'MISTAKE', 'OTHER']),
  take: chips(['MISTAKE', 'ABUSE', 'OTHER']),
}
const MOST = 1_000_000

/** How many points, which way, and why: the member reads all of it. */
Component({
  properties: { member: { type: Object, value: {} as MemberView } },
  data: {
    directions: [
      { key: 'give', text: '加积分' },
      { key: 'take', text: '扣积分' },
    ],
    direction: 'give' as 'give' | 'take',
    reasons: REASONS.give,
    reason: 'MISSED_BILL' as AdjustmentReason,
    points: '',
    note: '',
    limit: '',
    words: '',
    busy: false,
  },
  observers: {
    member(member: MemberView) {
      this.setData({ limit: sayLimit(member) })
    },
  },
  methods: {
    turn({ detail }: WechatMiniprogram.CustomEvent<{ key: 'give' | 'take' }>) {
      const reasons = REASONS[detail.key]
      this.setData({ direction: detail.key, reasons, reason: reasons[0]?.key ?? 'OTHER', words: '' })
    },
    choose({ detail }: WechatMiniprogram.CustomEvent<{ key: AdjustmentReason }>) {
      this.setData({ reason: detail.key })
    },
    typePoints({ detail }: WechatMiniprogram.Input) {
      this.setData({ points: detail.value, words: '' })
    },
    typeNote({ detail }: WechatMiniprogram.Input) {
      this.setData({ note: detail.value, words: '' })
    },
    /** What is wrong with the form; empty when nothing is. */
    fault(points: number, note: string): string {
      const member = this.properties.member as MemberView
      if (!/^\d+$/.test(this.data.points) || points < 1 || points > MOST)
        return '积分要是 1 到 1,000,000 的整数'
      if (this.data.direction === 'take' && points > member.points) return `他只有 ${member.balance} 积分`
      return note.length < 2 ? '写一句说明，会员看得到' : ''
    },
    async submit() {
      const { direction, reason, busy } = this.data
      const { member } = this.properties.member as MemberView
      const points = Number(this.data.points)
      const note = this.data.note.trim()
      const words = this.fault(points, note)
      if (words !== '' || busy) return this.setData({ words })
      this.setData({ busy: true, words: '' })
      const outcome = await adjust({ member, direction, points, reason, note })
      this.setData({ busy: false })
      if (!outcome.ok) return this.setData({ words: outcome.words })
      const sum = sayDirection(direction, points)
      const isDone = outcome.data.outcome === 'adjusted'
      return this.triggerEvent('adjusted', {
        title: isDone ? `已调整 ${sum}` : `已提交 ${sum}`,
        note: isDone ? '会员在明细里看得到原因' : '等另一位店长或管理员在「待确认」里同意',
      })
    },
  },
})
