import type { State } from '../../components/state-view/state-view'
import { ask } from '../../services/cloud'
import { load } from '../../services/load'
import { type MemberView, viewMember } from '../adjust/view-member'
import { type BarredView, viewBarred } from './view-barred'

/** Who may neither earn nor use points for a time, and why; somebody is put on the list, or taken off it. RISK-04. */
Component({
  data: {
    state: 'loading' as State,
    words: '',
    barred: [] as BarredView[],
    /** `list`, then `find` somebody, then the `form` about him. */
    step: 'list',
    member: null as MemberView | null,
    busy: false,
    trouble: '',
    /** Whom the open sheet takes off. */
    chosen: null as BarredView | null,
    bones: [1, 2, 3],
  },
  methods: {
    async onLoad() {
      await this.load()
    },
    async load() {
      const answer = await load(this, (slow) => ask('manager', 'barred', {}, slow), { FORBIDDEN: 'gate' })
      if (!answer) return
      const barred = answer.members.map(viewBarred)
      this.setData({ state: barred.length === 0 ? 'empty' : 'ready', barred })
    },
    add() {
      this.setData({ step: 'find', trouble: '' })
    },
    async found({ detail }: WechatMiniprogram.CustomEvent<{ member: string }>) {
      this.setData({ busy: true, trouble: '' })
      const outcome = await ask('manager', 'member', { member: detail.member })
      this.setData({ busy: false })
      if (!outcome.ok) return this.setData({ trouble: outcome.words })
      if (outcome.data.own) return this.setData({ trouble: '这是你自己的账户，要由别人来操作' })
      if (outcome.data.barred !== null) return this.setData({ trouble: '这位会员已经在黑名单上了' })
      return this.setData({ step: 'form', member: viewMember(outcome.data) })
    },
    back() {
      this.setData({ step: 'list', member: null })
    },
    async done({ detail }: WechatMiniprogram.CustomEvent<{ words: string }>) {
      this.setData({ step: 'list', member: null, chosen: null })
      await wx.showToast({ title: detail.words, icon: 'none' })
      await this.load()
    },
    open({ currentTarget }: WechatMiniprogram.TouchEvent) {
      this.setData({ chosen: this.data.barred[Number(currentTarget.dataset.index)] ?? null })
    },
    close() {
      this.setData({ chosen: null })
    },
  },
})
