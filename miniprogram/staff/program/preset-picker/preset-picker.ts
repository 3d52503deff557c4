import { type AnswerTo, ask } from '../../../services/cloud'

type Preset = AnswerTo<'manager', 'presets'>['presets'][number]

const NAMES: Record<Preset['name'], string> = {
  recommended: '推荐规则',
  points: '《积分指南》的规则',
  'stored-value': '《储值指南》的规则',
}

/** Begin again with one of the programmes that come with the house. Nothing is kept until it is saved. */
Component({
  data: { busy: false },
  methods: {
    async choose() {
      if (this.data.busy) return undefined
      this.setData({ busy: true })
      const outcome = await ask('manager', 'presets', {})
      this.setData({ busy: false })
      if (!outcome.ok) return wx.showToast({ title: outcome.words, icon: 'none' })
      const { presets } = outcome.data
      const itemList = presets.map(({ name }) => NAMES[name])
      // Closed without a choice, WeChat rejects.
      const index = await wx.showActionSheet({ itemList }).then(
        ({ tapIndex }) => tapIndex,
        () => -1,
      )
      const preset = presets[index]
      return preset && this.confirm(preset)
    },
    async confirm({ name, terms }: Preset) {
      const content = `页面上的每一项都换成「${NAMES[name]}」，奖励也会换。存草稿之前什么都不会变。`
      const { confirm } = await wx.showModal({ title: '换成这份模板？', content, confirmText: '换上' })
      if (confirm) this.triggerEvent('picked', { terms })
    },
  },
})
