import brand from '../../../brand.json'
import { command } from '../../../services/command'
import { sayStanding } from '../../../services/say-referral'
import { asInvited } from '../../../services/session'

const join = command('member', 'join')

/** What a guest sees who has not joined yet: what joining gives, and one button. EARN-03. */
Component({
  properties: {
    /** Made by `presentWelcome`. */
    welcome: { type: Object, value: null as unknown as object },
  },
  data: { brand, joining: false, words: '', alone: false },
  methods: {
    async join() {
      if (this.data.joining) return
      this.setData({ joining: true, words: '' })
      const outcome = await join(this.data.alone ? {} : asInvited())
      if (outcome.ok || outcome.refusal === 'ALREADY_JOINED')
        this.triggerEvent('joined', {
          earned: outcome.ok ? outcome.data.earned : 0,
          note: outcome.ok ? sayStanding(outcome.data.referral) : '',
        })
      else this.setData({ joining: false, words: outcome.words })
    },
    /** He would rather not be anybody's friend here; he can still change his mind. */
    toggleAlone() {
      this.setData({ alone: !this.data.alone })
    },
    noteScan() {
      this.triggerEvent('scanned')
    },
    showRules() {
      this.triggerEvent('rules')
    },
  },
})
