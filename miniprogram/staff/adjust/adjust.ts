import { ask } from '../../services/cloud'
import { type MemberView, viewMember } from './view-member'

/** A manager gives points or takes them: first whom, then how many and why. */
Component({
  options: { pureDataPattern: /^_/ },
  data: {
    state: 'ready',
    words: '',
    busy: false,
    member: null as MemberView | null,
    done: null as { title: string; note: string } | null,
    _number: '',
  },
  methods: {
    /** From a list that names somebody already. */
    async onLoad({ member }: { member?: string }) {
      if (member !== undefined) await this.look(member)
    },
    async found({ detail }: WechatMiniprogram.CustomEvent<{ member: string }>) {
      await this.look(detail.member)
    },
    async look(member: string) {
      this.data._number = member
      this.setData({ busy: true, words: '' })
      const outcome = await ask('manager', 'member', { member })
      this.setData({ busy: false })
      if (outcome.ok) this.setData({ member: viewMember(outcome.data), done: null })
      else if (outcome.refusal === 'FORBIDDEN') this.setData({ state: 'gate' })
      else this.setData({ words: outcome.words })
    },
    async adjusted({ detail }: WechatMiniprogram.CustomEvent<{ title: string; note: string }>) {
      await this.look(this.data._number)
      this.setData({ done: detail })
    },
    another() {
      this.setData({ member: null, done: null, words: '' })
    },
  },
})
