import { command } from '../../../services/command'
import { keepRedemption } from '../../../services/last-known'
import type { OfferView } from '../present-mall'

const claim = command('mall', 'claim')

/** One reward in full, and claiming it: one tap, then a confirmation in the same place. RED-12. */
Component({
  properties: {
    /** Made by `presentShelf`. */
    offer: { type: Object, value: null as unknown as OfferView },
    show: { type: Boolean, value: false },
  },
  data: { confirming: false, claiming: false, slow: false, words: '' },
  observers: {
    show(show: boolean) {
      if (show) this.setData({ confirming: false, claiming: false, slow: false, words: '' })
    },
  },
  methods: {
    close() {
      if (!this.data.claiming) this.triggerEvent('close')
    },
    ask() {
      this.setData({ confirming: true })
    },
    think() {
      this.setData({ confirming: false })
    },
    async claim() {
      if (this.data.claiming) return
      this.setData({ claiming: true, words: '', slow: false })
      const { id: reward, price } = this.data.offer
      const outcome = await claim({ reward, price }, () => this.setData({ slow: true }))
      this.setData({ claiming: false, slow: false })
      if (!outcome.ok) {
        this.setData({ confirming: outcome.refusal === 'OFFLINE', words: outcome.words })
        if (outcome.refusal !== 'OFFLINE') this.triggerEvent('changed')
        return
      }
      keepRedemption(outcome.data.redemption)
      this.triggerEvent('close')
      await wx.navigateTo({
        url: `/member/redemption/redemption?code=${outcome.data.redemption.code}&fresh=1`,
      })
    },
  },
})
