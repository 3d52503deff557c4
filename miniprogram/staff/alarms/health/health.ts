import type { State } from '../../../components/state-view/state-view'
import { ask } from '../../../services/cloud'
import { load } from '../../../services/load'
import { type ProcedureView, sayHouse, viewHealth } from './view-health'

/** How often, how well and how fast everything was answered, today and in a week. */
Component({
  data: {
    state: 'loading' as State,
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
      const health = await load(this, (slow) => ask('manager', 'health', {}, slow), { FORBIDDEN: 'gate' })
      if (!health) return
      const { procedures } = health
      const state = procedures.length === 0 ? 'empty' : 'ready'
      this.setData({ state, house: sayHouse(procedures), procedures: viewHealth(procedures) })
    },
  },
})
