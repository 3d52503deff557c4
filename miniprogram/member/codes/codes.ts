import type { State } from '../../components/state-view/state-view'
import { ask } from '../../services/cloud'
import { keepRedemption } from '../../services/last-known'
import { load } from '../../services/load'
import { presentRedemption } from '../present-redemption'

/** My codes: open ones first. Open ones are kept on the phone, so that they can be shown without a network. */
Component({
  data: { state: 'loading' as State, words: '', codes: [] as ReturnType<typeof presentRedemption>[] },
  methods: {
    onShow() {
      void this.refresh()
    },
    async onPullDownRefresh() {
      await this.refresh()
      await wx.stopPullDownRefresh()
    },
    async refresh() {
      const mine = await load(this, (slow) => ask('mall', 'redemptions', {}, slow))
      if (!mine) return
      const { redemptions } = mine
      for (const each of redemptions) if (each.status === 'issued') keepRedemption(each)
      this.setData({
        state: redemptions.length === 0 ? 'empty' : 'ready',
        codes: redemptions.map(presentRedemption),
      })
    },
    open({ currentTarget }: WechatMiniprogram.CustomEvent) {
      const { code } = currentTarget.dataset as { code: string }
      void wx.navigateTo({ url: `/member/redemption/redemption?code=${code}` })
    },
    goMall() {
      void wx.switchTab({ url: '/pages/mall/mall' })
    },
  },
})
