import { askConsent } from '../../../services/ask-consent'
import type { AnswerTo } from '../../../services/cloud'
import { command } from '../../../services/command'

const allowMessages = command('manager', 'allowMessages')

/** One tap is one message: how many are left, and a button for one more. */
Component({
  properties: {
    /** What the alarms came with. */
    messages: { type: Object },
  },
  data: {
    left: 0,
    /** Why there is not one more. */
    words: '',
    busy: false,
  },
  observers: {
    messages(messages: AnswerTo<'manager', 'alarms'>['messages'] | null) {
      if (messages) this.setData({ left: messages.left })
    },
  },
  methods: {
    async ask() {
      const { template, templateId } = this.properties.messages as AnswerTo<'manager', 'alarms'>['messages']
      if (this.data.busy) return
      this.setData({ busy: true })
      const { accepted, words } = await askConsent([templateId])
      if (accepted.length === 0) return this.setData({ words, busy: false })
      const outcome = await allowMessages({ template })
      if (outcome.ok) this.setData({ left: outcome.data.left, words: '', busy: false })
      else this.setData({ words: outcome.words, busy: false })
    },
  },
})
