import brand from '../../brand.json'
import type { State } from '../../components/state-view/state-view'
import { ask } from '../../services/cloud'
import { load } from '../../services/load'
import { invitationPath } from '../../services/scene'
import { presentReferral } from './present-referral'

/**
 * Whom he brought and what came of it. What is forwarded says nothing of a gift: the friend is told what
 * both get on the page that it opens, before he joins. PAGE-06, REF-04, REF-08, C-47.
 */
Component({
  data: {
    brand,
    state: 'loading' as State,
    words: '',
    view: null as ReturnType<typeof presentReferral> | null,
    showPoster: false,
  },
  methods: {
    onShow() {
      void this.refresh()
    },
    async onPullDownRefresh() {
      await this.refresh()
      await wx.stopPullDownRefresh()
    },
    async refresh() {
      const referral = await load(this, (slow) => ask('member', 'referral', {}, slow), {
        NOT_A_MEMBER: 'empty',
      })
      if (referral) this.setData({ state: 'ready', view: presentReferral(referral) })
    },
    onShareAppMessage() {
      const code = this.data.view?.code ?? ''
      return { title: `${brand.name} · ${brand.slogan}`, path: invitationPath(code) }
    },
    async copyCode() {
      await wx.setClipboardData({ data: this.data.view?.code ?? '' })
    },
    togglePoster() {
      this.setData({ showPoster: !this.data.showPoster })
    },
    goHome() {
      void wx.switchTab({ url: '/pages/home/home' })
    },
  },
})
