import { command } from '../../../services/command'

const bindPhone = command('member', 'bindPhone')
const forgetPhone = command('member', 'forgetPhone')

/** Says what a phone number is for before WeChat is asked for it; a number that is kept can be changed or deleted. */
Component({
  properties: {
    show: { type: Boolean, value: false },
    /** Masked; empty when he has given none. */
    phone: { type: String, value: '' },
  },
  data: { busy: false, words: '' },
  observers: {
    show() {
      this.setData({ words: '' })
    },
  },
  methods: {
    close() {
      this.triggerEvent('close')
    },
    /** WeChat gives a code, and only to who agreed; the number itself never comes here. */
    async bind({ detail }: WechatMiniprogram.ButtonGetPhoneNumber) {
      if (this.data.busy) return
      const { code, errMsg } = detail
      if (!code) {
        this.setData({ words: /deny|cancel/.test(errMsg) ? '' : '微信没有给出手机号，请稍后再试' })
        return
      }
      this.setData({ busy: true, words: '' })
      const outcome = await bindPhone({ code })
      this.setData({ busy: false, words: outcome.ok ? '' : outcome.words })
      if (outcome.ok) this.triggerEvent('set', { phone: outcome.data.phone })
    },
    async forget() {
      const { confirm } = await wx.showModal({
        title: '删除手机号？',
        content: '删除后店员不能再用手机号找到你，积分不受影响。',
        confirmText: '删除',
      })
      if (!confirm || this.data.busy) return
      this.setData({ busy: true, words: '' })
      const outcome = await forgetPhone({})
      this.setData({ busy: false, words: outcome.ok ? '' : outcome.words })
      if (outcome.ok) this.triggerEvent('set', { phone: null })
    },
  },
})
