import { command } from '../../../services/command'
import { formatDay } from '../../../services/format-day'
import type { KeepView, RungView } from '../present-levels'

const buy = command('tiers', 'buy')
const pause = command('tiers', 'pause')

/** Confirms what cannot be undone: a tier for points, or the pause of the year. */
Component({
  properties: {
    show: { type: Boolean, value: false },
    wish: { type: String, value: 'buy' },
    rung: { type: Object, value: null as unknown as RungView },
    keep: { type: Object, value: null as unknown as KeepView },
  },
  data: { busy: false, slow: false, words: '' },
  observers: {
    show(show: boolean) {
      if (show) this.setData({ busy: false, slow: false, words: '' })
    },
  },
  methods: {
    close() {
      if (!this.data.busy) this.triggerEvent('close')
    },
    async confirm() {
      if (this.data.busy) return
      this.setData({ busy: true, slow: false, words: '' })
      const slow = () => this.setData({ slow: true })
      const answer = this.data.wish === 'buy' ? await this.buy(slow) : await this.pause(slow)
      this.setData({ busy: false, slow: false, words: answer.ok ? '' : answer.words })
      if (answer.ok) this.triggerEvent('done', { words: answer.words })
    },
    async buy(slow: () => void) {
      const outcome = await buy({ tier: this.data.rung.id }, slow)
      return outcome.ok ? { ok: true, words: `现在是${outcome.data.tierName}` } : outcome
    },
    async pause(slow: () => void) {
      const outcome = await pause({}, slow)
      return outcome.ok ? { ok: true, words: `已延到${formatDay(outcome.data.until)}` } : outcome
    },
  },
})
