import { ask } from '../../../services/cloud'
import { type ProcedureView, sayHouse, viewHealth } from './view-health'

/** How often, how well and how fast everything was answered, today and in a week. */
Component({
  data: {
    state: 'loading',
    words: '',
    house: '',
    procedures: [] as ProcedureView[],
    bones: [1, 2, 3],
  },
  pageLifetimes: {
    show() {
      this.load()
    },
  },
  methods: {
    async load() {
      const outcome = await ask('manager', 'health', {}, () => this.slowDown())
      if (outcome.ok) {
        const { procedures } = outcome.data
        const state = procedures.length === 0 ? 'empty' : 'ready'
        return this.setData({ state, house: sayHouse(procedures), procedures: viewHealth(procedures) })
      }
      if (outcome.refusal === 'FORBIDDEN') this.setData({ state: 'gate' })
      else if (this.data.state === 'loading' || this.data.state === 'slow')
        this.setData({ state: 'error', words: outcome.words })
      else await wx.showToast({ title: outcome.words, icon: 'none' })
    },
    slowDown() {
      if (this.data.state === 'loading') this.setData({ state: 'slow' })
    },
    retry() {
      this.setData({ state: 'loading' })
      return this.load()
    },
  },
})
