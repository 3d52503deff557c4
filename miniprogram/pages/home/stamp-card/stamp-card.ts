import { command } from '../../../services/command'
import { keepRedemption } from '../../../services/last-known'
import type { StampCardView } from './present-stamp-card'

const claim = command('mall', 'claim')

/** The card of stamps: how far it is, and one tap when it is full. CAMP-09. */
Component({
  properties: {
    /** Made by `presentStampCard`. */
    card: { type: Object, value: null as unknown as StampCardView },
  },
  data: { claiming: false, slow: false, words: '' },
  methods: {
    async claim() {
      if (this.data.claiming) return
      this.setData({ claiming: true, slow: false, words: '' })
      const wish = { reward: this.data.card.reward, with: 'stamps' as const }
      const outcome = await claim(wish, () => this.setData({ slow: true }))
      this.setData({ claiming: false, slow: false })
      if (!outcome.ok) return this.setData({ words: outcome.words })
      const { redemption } = outcome.data
      keepRedemption(redemption)
      await wx.navigateTo({ url: `/member/redemption/redemption?code=${redemption.code}&fresh=1` })
    },
  },
})
