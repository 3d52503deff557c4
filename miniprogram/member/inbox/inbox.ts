import type { State } from '../../components/state-view/state-view'
import { type AnswerTo, ask } from '../../services/cloud'
import { command } from '../../services/command'
import { type DayOfLetters, presentLetters } from './present-letter'
import { LEVELS, type Letter } from './tell-letter'

const readInbox = command('member', 'readInbox')

/** The inbox (站内信): everything the restaurant has told him, newest first. REM-02. */
Component({
  options: { pureDataPattern: /^_/ },
  data: {
    state: 'loading' as State,
    words: '',
    days: [] as DayOfLetters[],
    messages: [] as AnswerTo<'member', 'inbox'>['messages'],
    foot: '',
    bones: [1, 2, 3, 4],
    _letters: [] as Letter[],
    /** What was read when he came: what he sees now stays marked as new until he leaves. */
    _read: 0,
    _next: null as number | null,
    _busy: false,
  },
  methods: {
    onLoad() {
      void this.read(undefined)
    },
    async onPullDownRefresh() {
      await this.read(undefined)
      await wx.stopPullDownRefresh()
    },
    retry() {
      this.setData({ state: 'loading' })
      void this.read(undefined)
    },
    async onReachBottom() {
      if (this.data._next !== null && !this.data._busy) await this.read(this.data._next)
    },
    async read(before: number | undefined) {
      this.data._busy = true
      const outcome = await ask('member', 'inbox', before === undefined ? {} : { before }, () => {
        this.setData(this.data.state === 'loading' ? { state: 'slow' } : { foot: '网络有点慢，正在加载…' })
      })
      this.data._busy = false
      if (outcome.ok) this.show(outcome.data, before === undefined)
      else if (outcome.refusal === 'NOT_A_MEMBER') this.setData({ state: 'gate' })
      else if (this.data.state === 'ready') this.setData({ foot: '没有加载出来，下拉重试' })
      else this.setData({ state: 'error', words: outcome.words })
    },
    show({ letters, next, read, messages }: AnswerTo<'member', 'inbox'>, anew: boolean) {
      const [newest] = letters
      this.data._letters = anew ? letters : [...this.data._letters, ...letters]
      this.data._next = next
      if (anew) this.data._read = read
      const state = this.data._letters.length === 0 ? 'empty' : 'ready'
      const days = presentLetters(this.data._letters, this.data._read)
      this.setData({ state, days, messages, foot: next === null ? '就这些了' : '正在加载…' })
      // Whether that is counted does not matter to him now: what is new then shows once more.
      if (anew && newest !== undefined && newest.no > read) void readInbox({ upTo: newest.no })
    },
    open({ currentTarget }: WechatMiniprogram.CustomEvent) {
      const { url } = currentTarget.dataset as { url: string }
      void (url === LEVELS ? wx.navigateTo({ url }) : wx.switchTab({ url }))
    },
    goHome() {
      void wx.switchTab({ url: '/pages/home/home' })
    },
  },
})
