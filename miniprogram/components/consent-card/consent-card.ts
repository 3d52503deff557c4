import { askConsent } from '../../services/ask-consent'
import { type AnswerTo, ask } from '../../services/cloud'
import { command } from '../../services/command'

type Messages = AnswerTo<'member', 'inbox'>['messages']

const allowMessages = command('member', 'allowMessages')

/** Who has one of each left is not asked again by a page that he opened for something else. */
const ENOUGH = 1

/**
 * May WeChat tell you? One tap is one message of each kind; WeChat's own dialog asks, and only from a tap.
 * In the inbox it is always there; elsewhere it shows itself only to who would be told nothing. REM-02.
 */
Component({
  options: { pureDataPattern: /^_/ },
  properties: {
    /** What the inbox came with; elsewhere it looks for itself. */
    messages: { type: Array, value: [] as object[] },
    /** Why just now, for a page that was opened for something else: `积分就要…`. */
    why: { type: String, value: '' },
  },
  data: {
    showing: false,
    title: '',
    act: '',
    words: '',
    busy: false,
    _messages: [] as Messages,
  },
  observers: {
    messages(messages: Messages) {
      if (messages.length > 0) this.show(messages)
    },
  },
  lifetimes: {
    attached() {
      if (this.properties.messages.length === 0) void this.look()
    },
  },
  methods: {
    async look() {
      const outcome = await ask('member', 'inbox', {})
      if (outcome.ok && outcome.data.messages.some(({ left }) => left < ENOUGH))
        this.show(outcome.data.messages)
    },
    show(messages: Messages) {
      this.data._messages = messages
      const left = messages.reduce((sum, each) => sum + each.left, 0)
      const title = left > 0 ? `微信还会告诉你 ${left} 次` : '快到期时，让微信告诉你'
      this.setData({ showing: messages.length > 0, title, act: left > 0 ? '再加几次' : '提醒我' })
    },
    async allow() {
      const [first, ...others] = this.data._messages
      if (first === undefined || this.data.busy) return
      this.setData({ busy: true })
      const ids = [first.templateId, ...others.slice(0, 2).map(({ templateId }) => templateId)]
      const { accepted, words } = await askConsent(ids as [string, string, string])
      const templates = this.data._messages
        .filter(({ templateId }) => accepted.some((id) => id === templateId))
        .map(({ template }) => template)
      if (templates.length === 0) return this.setData({ words, busy: false })
      const outcome = await allowMessages({ templates })
      this.setData({ words: outcome.ok ? '' : outcome.words, busy: false })
      if (outcome.ok) this.show(outcome.data.messages)
    },
  },
})
