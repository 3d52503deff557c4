import { sendFile } from '../trail/export-sheet/send-file'
import { type Credit, readCredits } from './read-credits'
import { type ColleagueView, viewColleagues, writeCredits } from './view-credits'

/** Who credited whom, how often and how much; what is strange about it stands out. */
Component({
  options: { pureDataPattern: /^_/ },
  data: {
    state: 'loading',
    words: '',
    periods: [
      { key: '1', text: '今天' },
      { key: '7', text: '近 7 天' },
      { key: '30', text: '近 30 天' },
    ],
    period: '7',
    colleagues: [] as ColleagueView[],
    cut: false,
    bones: [1, 2, 3],
    _credits: [] as Credit[],
    _when: '',
    _round: 0,
  },
  methods: {
    async onLoad() {
      await this.load()
    },
    async load() {
      this.data._round += 1
      const round = this.data._round
      const read = await readCredits(Number(this.data.period), () => this.slowDown())
      if (round !== this.data._round) return
      if (!read.ok) return this.refuse(read.refusal, read.words)
      this.data._credits = read.credits
      this.data._when = read.when
      const colleagues = viewColleagues(read.credits)
      return this.setData({ state: colleagues.length === 0 ? 'empty' : 'ready', colleagues, cut: read.cut })
    },
    refuse(refusal: string, words: string) {
      this.setData(refusal === 'FORBIDDEN' ? { state: 'gate' } : { state: 'error', words })
    },
    slowDown() {
      if (this.data.state === 'loading') this.setData({ state: 'slow' })
    },
    retry() {
      this.setData({ state: 'loading' })
      return this.load()
    },
    choose({ detail }: WechatMiniprogram.CustomEvent<{ key: string }>) {
      this.setData({ period: detail.key, state: 'loading' })
      return this.load()
    },
    /** What is sent is ready, so that WeChat takes this tap for the one that sends it. */
    send() {
      return sendFile(writeCredits(this.data._credits), `员工入账-${this.data._when}`)
    },
  },
})
