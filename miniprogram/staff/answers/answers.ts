import type { State } from '../../components/state-view/state-view'
import { ask } from '../../services/cloud'
import { load } from '../../services/load'
import { type AnswersView, viewAnswers } from './view-answers'

/** What members said to a questionnaire, question by question. EARN-13. */
Component({
  data: {
    state: 'loading' as State,
    words: '',
    view: null as AnswersView | null,
    bones: [1, 2],
  },
  methods: {
    async onLoad() {
      await this.load()
    },
    async onPullDownRefresh() {
      await this.load()
      await wx.stopPullDownRefresh()
    },
    async load() {
      await this.look(this.data.view?.id)
    },
    async look(questionnaire: string | undefined) {
      const input = questionnaire === undefined ? {} : { questionnaire }
      const found = await load(this, (slow) => ask('manager', 'answers', input, slow), { FORBIDDEN: 'gate' })
      if (!found) return
      const view = viewAnswers(found)
      this.setData({ state: view === null ? 'empty' : 'ready', view })
    },
    choose({ detail }: WechatMiniprogram.CustomEvent<{ key: string }>) {
      return this.look(detail.key)
    },
    write() {
      void wx.navigateTo({ url: '/staff/program/program' })
    },
  },
})
