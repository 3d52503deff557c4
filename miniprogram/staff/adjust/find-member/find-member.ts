import { ask } from '../../../services/cloud'
import { command } from '../../../services/command'
import { kindOf, readCode } from '../../read-code'
import { scanCode } from '../../scan-code'

const identify = command('cashier', 'identify')
const PHONE = /^1[3-9]\d{9}$/
const NUMBER = /^M[0-9A-HJKMNP-TV-Z]{16}$/

/** By the code he shows, the phone number he says, or his member number. */
Component({
  properties: {
    busy: { type: Boolean, value: false },
    words: { type: String, value: '' },
  },
  data: { typed: '', trouble: '' },
  methods: {
    type({ detail }: WechatMiniprogram.Input) {
      this.setData({ typed: detail.value, trouble: '' })
    },
    async scan() {
      const code = await scanCode()
      if (code === undefined) return
      if (kindOf(code) !== 'member') return this.setData({ trouble: '请扫会员码，就是客人首页的「会员码」' })
      const outcome = await identify({ code })
      if (outcome.ok) this.find(outcome.data.guest.member)
      else this.setData({ trouble: outcome.words })
    },
    async search() {
      const typed = this.data.typed.trim()
      if (PHONE.test(typed)) return this.byPhone(typed)
      const number = readCode(typed)
      if (NUMBER.test(number)) return this.find(number)
      return this.setData({ trouble: '请输入 11 位手机号，或 M 开头的会员号' })
    },
    async byPhone(phone: string) {
      const outcome = await ask('cashier', 'findByPhone', { phone })
      if (outcome.ok) this.find(outcome.data.guest.member)
      else this.setData({ trouble: outcome.words })
    },
    find(member: string) {
      this.setData({ trouble: '' })
      this.triggerEvent('found', { member })
    },
  },
})
