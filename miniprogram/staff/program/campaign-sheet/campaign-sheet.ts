import { holidayNames, weekdayNames } from '../../../services/say-campaign'
import type { CampaignForm } from '../campaign-form'
import { readCampaign } from '../read-campaign'
import type { Faults } from '../reader'

const chipsOf = (names: Record<string, string>) => Object.entries(names).map(([key, text]) => ({ key, text }))

/** One campaign while it is written: kept, removed, or left as it was. */
Component({
  properties: {
    show: { type: Boolean, value: false },
    /** What it was when the sheet was opened. */
    campaign: { type: Object },
    branches: { type: Array, value: [] as object[] },
    tiers: { type: Array, value: [] as object[] },
    rewards: { type: Array, value: [] as object[] },
    isNew: { type: Boolean, value: false },
  },
  data: {
    form: null as CampaignForm | null,
    faults: {} as Faults,
    weekdays: chipsOf(weekdayNames),
    holidays: chipsOf(holidayNames),
    days: [
      { key: 'every', text: '每天' },
      { key: 'weekdays', text: '每周几' },
      { key: 'monthDays', text: '每月几号' },
      { key: 'holidays', text: '节日' },
    ],
    effects: [
      { key: 'multiplier', text: '加倍' },
      { key: 'addition', text: '加赠' },
      { key: 'exchange', text: '换奖励打折' },
    ],
  },
  observers: {
    'show, campaign'(show: boolean, campaign: CampaignForm | null) {
      if (show && campaign) this.setData({ form: campaign, faults: {} })
    },
  },
  methods: {
    typed({ detail }: WechatMiniprogram.CustomEvent<{ name: string; value: unknown }>) {
      const form = { ...this.data.form, [detail.name]: detail.value } as CampaignForm
      this.setData({ form, faults: { ...this.data.faults, [detail.name]: '' } })
    },
    keep() {
      if (this.data.form === null) return
      const { campaign, faults } = readCampaign(this.data.form)
      if (campaign === null) this.setData({ faults })
      else this.triggerEvent('keep', campaign)
    },
    remove() {
      this.triggerEvent('remove', { id: this.data.form?.id })
    },
    close() {
      this.triggerEvent('close')
    },
  },
})
