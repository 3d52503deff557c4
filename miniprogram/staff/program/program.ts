import type { State } from '../../components/state-view/state-view'
import { ask } from '../../services/cloud'
import { formatDay } from '../../services/format-day'
import { load } from '../../services/load'
import { type Form, formOf, setField, type Terms, type Written } from './form'
import { type Judged, lintSoonest } from './lint-draft'
import { readForm } from './read-form'
import type { Faults } from './reader'
import { blankPage, bySection, type Remarks, sayStanding, viewPage, viewRewards } from './view-program'

/** Typing has stopped for this long: now the linter is asked. */
const TYPED_MS = 400

let timer = 0
let turn = 0

/** The points programme: what is valid, what is being written, and what the linter says of it. */
Component({
  options: { pureDataPattern: /^_/ },
  data: {
    ...blankPage,
    state: 'loading' as State,
    words: '',
    form: null as Form | null,
    faults: {} as Faults,
    /** What is written, where every field can be read. */
    terms: null as Terms | null,
    rewards: [] as ReturnType<typeof viewRewards>,
    judged: null as Judged | null,
    remarks: {} as Remarks,
    standing: { words: '', tone: '' },
    /** Differs from what is kept. */
    isChanged: false,
    busy: false,
    bones: [1, 2, 3],
    _base: null as Terms | null,
    _kept: '',
  },
  lifetimes: {
    detached() {
      clearTimeout(timer)
      turn += 1
    },
  },
  methods: {
    onLoad() {
      return this.load()
    },
    async load() {
      const written = await load(this, (slow) => ask('manager', 'program', {}, slow), { FORBIDDEN: 'gate' })
      if (written) this.open(written)
    },
    open(written: Written) {
      const terms = written.draft?.terms ?? written.terms
      this.data._kept = JSON.stringify(readForm(formOf(terms), terms).terms)
      this.setData({ ...viewPage(written), state: 'ready' })
      this.begin({ detail: { terms } })
    },
    /** Write on from these terms: those that are kept, or a preset's. */
    begin({ detail: { terms } }: { detail: { terms: Terms } }) {
      this.data._base = terms
      this.setData({ rewards: viewRewards(terms) })
      this.write(formOf(terms))
    },
    typed({ detail }: WechatMiniprogram.CustomEvent<{ name: string; value: unknown }>) {
      if (this.data.form) this.write(setField(this.data.form, detail.name, detail.value))
    },
    write(form: Form) {
      const { _base, _kept, judged } = this.data
      if (_base === null) return
      const { terms, faults } = readForm(form, _base)
      const standing = sayStanding(terms !== null, judged)
      this.setData({ form, terms, faults, standing, isChanged: JSON.stringify(terms) !== _kept })
      clearTimeout(timer)
      turn += 1
      const mine = turn
      if (terms !== null) timer = setTimeout(() => this.judge(terms, mine), TYPED_MS)
    },
    /** Answers may overtake one another: only the latest counts. */
    async judge(terms: Terms, mine: number) {
      const answer = await lintSoonest(terms, this.data.today, this.data.taken)
      if (mine !== turn) return
      const judged = answer.ok ? answer.judged : null
      const standing = answer.ok ? sayStanding(true, judged) : { words: answer.words, tone: 'bad' }
      this.setData({ judged, remarks: bySection(judged?.remarks ?? []), standing })
    },
    async save() {
      const { terms, revision, busy } = this.data
      if (terms === null || busy) return
      this.setData({ busy: true })
      const outcome = await ask('manager', 'saveDraft', { revision, terms })
      this.setData({ busy: false })
      if (outcome.ok) return this.keep(terms, outcome.data.revision)
      if (outcome.refusal === 'DRAFT_CHANGED') return this.offerToReload(outcome.words)
      return wx.showToast({ title: outcome.words, icon: 'none' })
    },
    keep(terms: Terms, revision: number) {
      this.data._kept = JSON.stringify(terms)
      const isChanged = JSON.stringify(this.data.terms) !== this.data._kept
      this.setData({ revision, isChanged, hasDraft: true, draftWords: '草稿：刚刚存好，还没有发布' })
    },
    async offerToReload(words: string) {
      const content = `${words}。重新载入会看到最新的草稿，你没有存上的改动会丢掉。`
      const { confirm } = await wx.showModal({ title: '草稿已经变了', content, confirmText: '重新载入' })
      if (confirm) await this.load()
    },
    conflict({ detail }: WechatMiniprogram.CustomEvent<{ words: string }>) {
      return this.offerToReload(detail.words)
    },
    async published({ detail }: WechatMiniprogram.CustomEvent<{ validFrom: string }>) {
      await this.load()
      await wx.pageScrollTo({ scrollTop: 0 })
      await wx.showToast({ title: `已发布，${formatDay(detail.validFrom)}起生效`, icon: 'none' })
    },
    go({ detail }: WechatMiniprogram.CustomEvent<{ section: string }>) {
      return wx.pageScrollTo({ selector: `#section-${detail.section}` })
    },
  },
})
