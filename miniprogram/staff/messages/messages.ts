import type { State } from '../../components/state-view/state-view'
import { ask } from '../../services/cloud'
import { load } from '../../services/load'
import { countKinds, type TellingView, viewTelling } from './view-tellings'

/** What members were told by message, and whether it reached them: how reminders do, and the evidence of each. */
Component({
  options: { pureDataPattern: /^_/ },
  data: {
    state: 'loading' as State,
    words: '',
    kinds: [] as ReturnType<typeof countKinds>,
    rows: [] as TellingView[],
    /** Whose, where it is one member's. */
    who: '',
    foot: '',
    bones: [1, 2, 3, 4],
    _member: '',
  },
  methods: {
    onLoad() {
      return this.load()
    },
    async onPullDownRefresh() {
      await this.load()
      await wx.stopPullDownRefresh()
    },
    async load() {
      const { _member: member } = this.data
      const whose = member ? { member } : {}
      const answer = await load(this, (slow) => ask('manager', 'tellings', whose, slow), {
        FORBIDDEN: 'gate',
      })
      if (!answer) return
      const { tellings, more } = answer
      const state = tellings.length === 0 ? 'empty' : 'ready'
      const foot = more ? '只显示最近的这些' : '就这些了'
      this.setData({ state, kinds: countKinds(tellings), rows: tellings.map(viewTelling), foot })
    },
    /** One member's, as far back as it goes; once more for everybody's. */
    choose({ currentTarget }: WechatMiniprogram.TouchEvent) {
      const { member = '', who = '' } = currentTarget.dataset as { member?: string; who?: string }
      this.data._member = member
      this.setData({ who })
      return this.load()
    },
  },
})
