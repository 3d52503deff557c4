import type { State } from '../../components/state-view/state-view'
import { ask } from '../../services/cloud'
import { keepRedemption, type Redemption, readRedemption } from '../../services/last-known'
import { watch } from '../../services/watch'
import { presentRedemption } from '../present-redemption'

/** The page turns to 已核销 while the guest still holds it under the scanner. */
const rhythm = { every: 2000, during: 180_000 }

Component({
  options: { pureDataPattern: /^_/ },
  data: {
    state: 'loading' as State,
    words: '',
    notice: '',
    /** Just claimed: a word of congratulation above the code. */
    fresh: false,
    view: null as ReturnType<typeof presentRedemption> | null,
    moment: null as { title: string; figure: string; note: string } | null,
    _code: '',
    _known: null as Redemption | null,
    _stop: undefined as (() => void) | undefined,
  },
  methods: {
    onLoad({ code = '', fresh }: { code?: string; fresh?: string }) {
      this.data._code = code
      const known = readRedemption(code)
      this.setData({ fresh: fresh === '1' })
      if (known) this.show(known)
    },
    onShow() {
      void this.refresh()
      this.data._stop = watch(rhythm, () => this.look())
    },
    onHide() {
      this.data._stop?.()
    },
    onUnload() {
      this.onHide()
    },
    retry() {
      this.setData({ state: 'loading' })
      void this.refresh()
    },
    async refresh() {
      const outcome = await ask('mall', 'redemption', { code: this.data._code }, () => {
        if (this.data.state === 'loading') this.setData({ state: 'slow' })
      })
      if (outcome.ok) this.show(outcome.data.redemption)
      else if (this.data._known) this.setData({ notice: '没有网络，码仍然有效，可以直接出示' })
      else this.setData({ state: 'error', words: outcome.words })
    },
    /** One look at the counter; enough once the code is not open any more. */
    async look(): Promise<boolean> {
      if (this.data._known && this.data._known.status !== 'issued') return true
      const outcome = await ask('mall', 'redemption', { code: this.data._code })
      if (outcome.ok) this.show(outcome.data.redemption)
      return outcome.ok && outcome.data.redemption.status !== 'issued'
    },
    show(redemption: Redemption) {
      const before = this.data._known
      if (before?.status === redemption.status && this.data.state === 'ready' && !this.data.notice) return
      this.data._known = redemption
      keepRedemption(redemption)
      this.setData({ state: 'ready', notice: '', view: presentRedemption(redemption) })
      if (before?.status === 'issued' && redemption.status === 'redeemed')
        this.setData({
          fresh: false,
          moment: { title: redemption.rewardName, figure: '已核销', note: '请慢用' },
        })
    },
  },
})
