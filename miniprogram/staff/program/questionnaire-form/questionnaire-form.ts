import type { Form } from '../form'
import { freshId } from '../fresh-id'
import { MOST_OPTIONS, MOST_QUESTIONS, newOption, newQuestion } from '../questionnaire-fields'
import { tellRows, without } from '../tell-rows'
import { yesOrNo } from '../yes-or-no'

/** A questionnaire: whether there is one, what it gives, and what it asks. EARN-13. */
Component({
  properties: {
    form: { type: Object },
    faults: { type: Object },
  },
  data: {
    mostQuestions: MOST_QUESTIONS,
    mostOptions: MOST_OPTIONS,
    yesOrNo,
    kinds: [
      { key: 'stars', text: '打星' },
      { key: 'one', text: '选一个' },
      { key: 'several', text: '可以选几个' },
    ],
  },
  methods: {
    add() {
      tellRows(this, 'questions', [...(this.properties.form as Form).questions, newQuestion()])
    },
    remove({ currentTarget }: WechatMiniprogram.TouchEvent) {
      const { questions } = this.properties.form as Form
      tellRows(this, 'questions', without(questions, Number(currentTarget.dataset.index)))
    },
    addOption({ currentTarget }: WechatMiniprogram.TouchEvent) {
      const index = Number(currentTarget.dataset.index)
      const { questions } = this.properties.form as Form
      const more = questions.map((question, i) =>
        i === index ? { ...question, options: [...question.options, newOption()] } : question,
      )
      tellRows(this, 'questions', more)
    },
    /** Another questionnaire, which begins with the same questions: whoever has answered may answer again. */
    another() {
      this.triggerEvent('typed', { name: 'questionnaireId', value: freshId() })
      void wx.showToast({ title: '已另出一份，发布后会员可以再填一次', icon: 'none' })
    },
  },
})
