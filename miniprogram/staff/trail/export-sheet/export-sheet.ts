import { writeCsv } from '../write-csv'
import { readTrail, type Search } from './read-trail'
import { sendFile } from './send-file'

/** Everything that a search finds as a file: gathered first, then sent by a tap of its own. */
Component({
  options: { pureDataPattern: /^_/ },
  properties: {
    search: { type: Object, value: {} as Search },
    disabled: { type: Boolean, value: false },
  },
  data: {
    busy: false,
    /** A file that is ready to be sent. */
    file: null as { rows: number; cut: boolean } | null,
    _csv: '',
  },
  methods: {
    async prepare() {
      if (this.data.busy) return
      this.setData({ busy: true })
      const read = await readTrail(this.data.search)
      this.setData({ busy: false })
      if (!read.ok) {
        await wx.showToast({ title: read.words, icon: 'none' })
        return
      }
      this.data._csv = writeCsv(read.actions)
      this.setData({ file: { rows: read.actions.length, cut: read.cut } })
    },
    send() {
      return sendFile(this.data._csv, `操作记录-${this.data.search.day ?? '全部'}`)
    },
    copy() {
      return wx.setClipboardData({ data: this.data._csv })
    },
    close() {
      this.setData({ file: null })
    },
  },
})
