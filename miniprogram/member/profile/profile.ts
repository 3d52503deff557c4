import type { State } from '../../components/state-view/state-view'
import type { Card } from '../../pages/home/present-home'
import { ask } from '../../services/cloud'
import { command } from '../../services/command'
import { groupMember } from '../../services/format-code'
import { formatBirthday } from '../../services/format-day'
import { keepCard, readCard } from '../../services/last-known'
import { load } from '../../services/load'
import { askPrivacy } from '../../services/privacy'
import { sayRules } from '../../services/say-rules'

const setProfile = command('member', 'setProfile')
const LONGEST_NAME = 20

Component({
  options: { pureDataPattern: /^_/ },
  data: {
    state: 'loading' as State,
    words: '',
    typed: '',
    changed: false,
    saving: false,
    nameWords: '',
    birthday: '',
    phone: '',
    member: '',
    tierName: '',
    rules: '',
    showRules: false,
    showBirthday: false,
    showPhone: false,
    _card: null as Card | null,
    _name: '',
  },
  methods: {
    onLoad() {
      const known = readCard()
      if (known) this.show(known)
    },
    onShow() {
      void this.refresh()
    },
    async refresh() {
      const home = await load(this, (slow) => ask('member', 'home', {}, slow))
      if (home?.joined) this.show(home)
      else if (home) this.setData({ state: 'gate' })
    },
    show(card: Card) {
      this.data._card = card
      this.data._name = card.name ?? ''
      this.setData({
        state: 'ready',
        ...(!this.data.changed && { typed: this.data._name }),
        birthday: card.birthday ? formatBirthday(card.birthday) : '',
        phone: card.phone ?? '',
        member: groupMember(card.member),
        tierName: card.tier.name,
        rules: sayRules(card.rules),
      })
    },
    type({ detail }: WechatMiniprogram.Input) {
      this.setData({ typed: detail.value, changed: detail.value.trim() !== this.data._name, nameWords: '' })
    },
    /** A nickname field may fill in the WeChat name: the privacy guide is read first. */
    async askPrivacy() {
      if (!(await askPrivacy())) await wx.hideKeyboard()
    },
    async saveName() {
      const name = this.data.typed.trim()
      if (this.data.saving || !this.data.changed) return
      if (name === '' || [...name].length > LONGEST_NAME) {
        this.setData({ nameWords: name === '' ? '写一个称呼再保存' : `称呼最多 ${LONGEST_NAME} 个字` })
        return
      }
      this.setData({ saving: true, nameWords: '' })
      const outcome = await setProfile({ name })
      this.setData({ saving: false, ...(outcome.ok ? { changed: false } : { nameWords: outcome.words }) })
      if (outcome.ok) this.learn({ name: outcome.data.name })
    },
    setBirthday({ detail }: WechatMiniprogram.CustomEvent<{ birthday: string }>) {
      this.setData({ showBirthday: false })
      this.learn({ birthday: detail.birthday })
    },
    setPhone({ detail }: WechatMiniprogram.CustomEvent<{ phone: string | null }>) {
      this.setData({ showPhone: false })
      this.learn({ phone: detail.phone }, detail.phone ? '已保存' : '已删除')
    },
    learn(change: Partial<Pick<Card, 'name' | 'birthday' | 'phone'>>, title = '已保存') {
      if (!this.data._card) return
      const card = { ...this.data._card, ...change }
      keepCard(card)
      this.show(card)
      void wx.showToast({ title, icon: 'success' })
    },
    async copyMember() {
      await wx.setClipboardData({ data: this.data.member.replace(/ /g, '') })
    },
    openBirthday() {
      if (!this.data.birthday) this.setData({ showBirthday: true })
    },
    closeBirthday() {
      this.setData({ showBirthday: false })
    },
    /** The privacy guide names the number as well, and is read before WeChat is asked for it. */
    async openPhone() {
      if (await askPrivacy()) this.setData({ showPhone: true })
    },
    closePhone() {
      this.setData({ showPhone: false })
    },
    toggleRules() {
      this.setData({ showRules: !this.data.showRules })
    },
  },
})
