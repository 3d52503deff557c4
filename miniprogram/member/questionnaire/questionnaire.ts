import type { State } from '../../components/state-view/state-view'
import { ask } from '../../services/cloud'
import { command } from '../../services/command'
import { load } from '../../services/load'
import {
  type Asked,
  answersOf,
  type Chosen,
  choose,
  presentDone,
  presentQuestionnaire,
  type QuestionnaireView,
} from './present-questionnaire'

const answer = command('engagement', 'answer')

/** The questionnaire that is asked now: a card for each question, and points for all of them. EARN-13. */
Component({
  options: { pureDataPattern: /^_/ },
  data: {
    state: 'loading' as State,
    words: '',
    view: null as QuestionnaireView | null,
    isAnswered: false,
    /** Why it was not taken, above the button. */
    refusal: '',
    busy: false,
    moment: null as ReturnType<typeof presentDone> | null,
    bones: [1, 2, 3],
    _asked: null as Asked | null,
    _chosen: {} as Chosen,
  },
  methods: {
    async onLoad() {
      await this.refresh()
    },
    async onPullDownRefresh() {
      await this.refresh()
      await wx.stopPullDownRefresh()
    },
    /** What was chosen stays, unless something else is asked by now. */
    async refresh() {
      const found = await load(this, (slow) => ask('engagement', 'questionnaire', {}, slow), {
        NOT_A_MEMBER: 'gate',
        QUESTIONNAIRE_OFF: 'empty',
      })
      if (!found) return
      const { questionnaire, isAnswered } = found
      const isSame = JSON.stringify(questionnaire) === JSON.stringify(this.data._asked)
      this.data._asked = questionnaire
      this.setData({ state: 'ready', isAnswered })
      this.show(isSame ? this.data._chosen : {})
    },
    show(chosen: Chosen) {
      const { _asked } = this.data
      if (_asked === null) return
      this.data._chosen = chosen
      this.setData({ view: presentQuestionnaire(_asked, chosen) })
    },
    choose({ currentTarget }: WechatMiniprogram.TouchEvent) {
      const { _asked, _chosen, busy } = this.data
      const { question, key } = currentTarget.dataset as { question: string; key: string }
      if (_asked !== null && !busy) this.show(choose(_asked, _chosen, question, key))
    },
    async send() {
      const { _asked, _chosen, view, busy } = this.data
      if (_asked === null || busy || !view?.isComplete) return
      this.setData({ busy: true, refusal: '' })
      const outcome = await answer({ questionnaire: _asked.id, answers: answersOf(_asked, _chosen) })
      this.setData({ busy: false })
      if (outcome.ok) return this.setData({ isAnswered: true, moment: presentDone(outcome.data) })
      this.setData({ refusal: outcome.words })
      const isOther = ['ALREADY_ANSWERED', 'QUESTIONNAIRE_CHANGED', 'QUESTIONNAIRE_OFF']
      if (isOther.includes(outcome.refusal)) await this.refresh()
    },
    goHome() {
      void wx.switchTab({ url: '/pages/home/home' })
    },
  },
})
