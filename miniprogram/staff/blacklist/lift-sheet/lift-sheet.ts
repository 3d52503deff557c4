import { command } from '../../../services/command'
import type { BarredView } from '../view-barred'

const liftBar = command('manager', 'liftBar')

/** Off the list again, with words that the member reads. */
Component({
  properties: { barred: { type: Object, value: {} as BarredView } },
  data: { note: '', words: '', busy: false },
  methods: {
    type({ detail }: WechatMiniprogram.Input) {
      this.setData({ note: detail.value, words: '' })
    },
    async submit() {
      const { member } = this.properties.barred as BarredView
      const note = this.data.note.trim()
      if (this.data.busy) return
      if (note.length < 2) return this.setData({ words: '写一句理由，会员看得到' })
      this.setData({ busy: true, words: '' })
      const outcome = await liftBar({ member, note })
      this.setData({ busy: false })
      if (outcome.ok) this.triggerEvent('done', { words: '已移出黑名单' })
      else this.setData({ words: outcome.words })
    },
  },
})
