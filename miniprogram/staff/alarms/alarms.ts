import type { State } from '../../components/state-view/state-view'
import { ask } from '../../services/cloud'
import { command } from '../../services/command'
import { both, load } from '../../services/load'
import {
  type Alarms,
  type AlarmView,
  type ProposalView,
  sayAudit,
  viewAlarms,
  viewProposals,
} from './view-alarms'

const decideProposal = command('manager', 'decideProposal')

/** The manager's eye on the books: what does not add up, what is unusual, and what waits for his word. */
Component({
  data: {
    state: 'loading' as State,
    words: '',
    /** When the books were last looked through. */
    audit: '',
    open: [] as AlarmView[],
    seen: [] as AlarmView[],
    proposals: [] as ProposalView[],
    messages: null as Alarms['messages'] | null,
    busy: false,
    bones: [1, 2, 3],
  },
  pageLifetimes: {
    show() {
      this.load()
    },
  },
  methods: {
    async load() {
      const answers = await load(
        this,
        async (slow) =>
          both(await Promise.all([ask('manager', 'alarms', {}, slow), ask('manager', 'proposals', {})])),
        { FORBIDDEN: 'gate' },
      )
      if (!answers) return
      const [alarms, waiting] = answers
      const proposals = viewProposals(waiting.proposals)
      const views = viewAlarms(alarms.alarms)
      const isQuiet = proposals.length + views.open.length + views.seen.length === 0
      const { messages } = alarms
      this.setData({
        state: isQuiet ? 'empty' : 'ready',
        ...views,
        messages,
        proposals,
        audit: sayAudit(alarms),
      })
    },
    async acknowledge({ currentTarget }: WechatMiniprogram.TouchEvent) {
      const { alarm } = currentTarget.dataset as { alarm: string }
      const outcome = await ask('manager', 'acknowledgeAlarm', { alarm })
      if (!outcome.ok) await wx.showToast({ title: outcome.words, icon: 'none' })
      await this.load()
    },
    openHealth() {
      void wx.navigateTo({ url: '/staff/alarms/health/health' })
    },
    approve({ currentTarget }: WechatMiniprogram.TouchEvent) {
      return this.decide(currentTarget.dataset.proposal as string, true)
    },
    reject({ currentTarget }: WechatMiniprogram.TouchEvent) {
      return this.decide(currentTarget.dataset.proposal as string, false)
    },
    async decide(proposal: string, approve: boolean) {
      const shown = this.data.proposals.find(({ id }) => id === proposal)
      const [points] = shown?.changes ?? []
      if (!shown || !points || this.data.busy) return
      const sum = `${shown.who}的积分由 ${points.before} 更正为 ${points.after}`
      const { confirm } = await wx.showModal({
        title: approve ? '同意这次更正？' : '驳回这次更正？',
        content: approve
          ? `${sum}，会写进他的明细，不能撤回。`
          : '账目保持现状，提醒会一直在，直到查清为止。',
        confirmText: approve ? '同意' : '驳回',
      })
      if (!confirm) return
      this.setData({ busy: true })
      const outcome = await decideProposal({ proposal, approve })
      this.setData({ busy: false })
      const done = approve ? '已更正' : '已驳回'
      await wx.showToast({ title: outcome.ok ? done : outcome.words, icon: 'none' })
      await this.load()
    },
  },
})
