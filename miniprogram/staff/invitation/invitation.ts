import { ask } from '../../services/cloud'
import { kindOf, readCode } from '../read-code'
import { scanCode } from '../scan-code'
import { roleNames } from '../team/team-view'

/** A new colleague's first page: one code, and he is staff. */
Component({
  data: {
    typed: '',
    words: '',
    busy: false,
    /** Staff already: nothing to accept, but somewhere to go. */
    known: false,
    welcome: null as { name: string; initial: string; role: string; branchName: string } | null,
    manages: false,
  },
  methods: {
    onLoad(query: { code?: string }) {
      if (query.code) this.setData({ typed: decodeURIComponent(query.code) })
    },
    async scan() {
      const text = await scanCode()
      if (text === undefined) return
      if (kindOf(text) !== 'other') return this.setData({ words: '这不是邀请码，请扫店长手机上的邀请码' })
      this.setData({ typed: text })
      await this.accept()
    },
    type({ detail }: WechatMiniprogram.Input) {
      this.setData({ typed: detail.value, words: '' })
    },
    async accept() {
      const code = readCode(this.data.typed).slice(0, 200)
      if (this.data.busy) return
      if (code === '') return this.setData({ words: '请输入邀请码，或点上面扫码' })
      this.setData({ busy: true, words: '' })
      const outcome = await ask('cashier', 'acceptInvitation', { code })
      this.setData({ busy: false })
      if (!outcome.ok)
        return this.setData({ words: outcome.words, known: outcome.refusal === 'ALREADY_STAFF' })
      const { name, role, branchName } = outcome.data
      const manages = role !== 'clerk'
      this.setData({
        manages,
        welcome: { name, initial: name.slice(0, 1), branchName, role: roleNames[role] },
      })
    },
    start() {
      return wx.reLaunch({ url: this.data.manages ? '/staff/team/team' : '/staff/desk/desk' })
    },
  },
})
