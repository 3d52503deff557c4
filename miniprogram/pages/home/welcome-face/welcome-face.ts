import brand from '../../../brand.json'
import { command } from '../../../services/command'

const join = command('member', 'join')

/** What a guest sees who has not joined yet: what joining gives, and one button. EARN-03. */
Component({
  properties: {
    /** Made by `presentWelcome`. */
    welcome: { type: Object, value: null as unknown as object },
  },
  data: { brand, joining: false, words: '' },
  methods: {
    async join() {
      if (this.data.joining) return
      this.setData({ joining: true, words: '' })
      const outcome = await join({})
      if (outcome.ok || outcome.refusal === 'ALREADY_JOINED')
        this.triggerEvent('joined', { earned: outcome.ok ? outcome.data.earned : 0 })
      else this.setData({ joining: false, words: outcome.words })
    },
    noteScan() {
      this.triggerEvent('scanned')
    },
    showRules() {
      this.triggerEvent('rules')
    },
  },
})
