import type { State } from '../../../components/state-view/state-view'
import { ask } from '../../../services/cloud'
import { load } from '../../../services/load'
import { paintPoster } from './paint-poster'
import { presentPoster, sayUse } from './present-poster'
import { saveToAlbum } from './save-to-album'

/** His poster: painted here, kept only where he saves it. REF-04. */
Component({
  options: { pureDataPattern: /^_/ },
  properties: { show: { type: Boolean, value: false } },
  data: {
    state: 'loading' as State,
    words: '',
    /** What can be done with it; empty until it is painted. */
    use: '',
    label: '',
    _canvas: null as WechatMiniprogram.Canvas | null,
  },
  observers: {
    show(show: boolean) {
      if (show) void this.open()
    },
  },
  methods: {
    /** The sheet has a new canvas each time it opens. */
    async open() {
      this.setData({ state: 'loading', use: '' })
      const answer = await load(this, (slow) => ask('member', 'poster', {}, slow))
      if (!answer || !this.properties.show) return
      const poster = presentPoster(answer)
      const label = `邀请海报，${poster.from}，邀请码 ${poster.code.join(' ')}`
      this.setData({ state: 'ready', label }, () => void this.paint(poster))
    },
    async paint(poster: ReturnType<typeof presentPoster>) {
      const canvas = await this.findCanvas()
      if (canvas === null) return
      const isScannable = await paintPoster(canvas, poster)
      this.setData({ _canvas: canvas, use: sayUse(isScannable) })
    },
    /** Null when the sheet has been closed meanwhile. */
    findCanvas(): Promise<WechatMiniprogram.Canvas | null> {
      return new Promise((found) => {
        this.createSelectorQuery()
          .select('#poster')
          .fields({ node: true }, (field) => found(field?.node ?? null))
          .exec()
      })
    },
    async save() {
      const { use, _canvas } = this.data
      if (use === '' || _canvas === null) return
      const title = await saveToAlbum(_canvas)
      if (title !== null) await wx.showToast({ title, icon: 'none' })
    },
    close() {
      this.triggerEvent('close')
    },
  },
})
