import { command } from '../../../services/command'
import { formatBirthday } from '../../../services/format-day'
import { birthdayOf, dayNames, monthNames } from './days'

const setProfile = command('member', 'setProfile')

/** Asks for month and day of birth, once, and says why and that it is once. C-19. */
Component({
  properties: {
    show: { type: Boolean, value: false },
  },
  data: {
    range: [monthNames, dayNames(0)],
    at: [0, 0],
    text: '',
    saving: false,
    words: '',
  },
  methods: {
    close() {
      this.triggerEvent('close')
    },
    /** The days follow the month while the wheels turn. */
    turn({ detail }: WechatMiniprogram.PickerColumnChange) {
      if (detail.column === 0) this.setData({ 'range[1]': dayNames(detail.value) })
    },
    choose({ detail }: WechatMiniprogram.PickerChange) {
      const [month = 0, day = 0] = detail.value as unknown as number[]
      const at = [month, Math.min(day, dayNames(month).length - 1)]
      this.setData({ at, text: formatBirthday(birthdayOf(at)), words: '' })
    },
    async save() {
      if (this.data.saving) return
      const birthday = birthdayOf(this.data.at)
      this.setData({ saving: true, words: '' })
      const outcome = await setProfile({ birthday })
      this.setData({ saving: false, words: outcome.ok ? '' : outcome.words })
      if (outcome.ok) this.triggerEvent('set', { birthday })
    },
  },
})
