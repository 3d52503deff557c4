import brand from '../../brand.json'

export type State = 'loading' | 'slow' | 'ready' | 'empty' | 'error' | 'gate'

/** The states of a page that is not ready: bones while it comes, or a drawing with words and one thing to do. */
Component({
  properties: {
    state: { type: String, value: 'loading' },
    /** What went wrong, for the state `error`. */
    words: { type: String, value: '' },
    /** For the state `empty`. */
    emptyTitle: { type: String, value: '' },
    emptyNote: { type: String, value: '' },
    emptyAction: { type: String, value: '' },
  },
  data: { photos: brand.photos },
  methods: {
    retry() {
      this.triggerEvent('retry')
    },
    act() {
      this.triggerEvent('act')
    },
    goHome() {
      void wx.switchTab({ url: '/pages/home/home' })
    },
  },
})
