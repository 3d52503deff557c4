import { sayCampaign, sayEffect, sayTime } from '../../../services/say-campaign'
import { type CampaignForm, campaignFormOf, freeCampaignId, newCampaign } from '../campaign-form'
import { type Campaign, type Form, putCampaign } from '../form'
import { tellRows } from '../tell-rows'
import { chipsOf } from '../view-program'

type Named = { id: string; name: string }

const viewCampaign = (campaign: Campaign, branches: Named[], tiers: Named[], rewards: Named[]) => ({
  id: campaign.id,
  name: campaign.name,
  effect: sayEffect(campaign),
  time: sayTime(campaign),
  words: sayCampaign(campaign, branches, tiers, rewards),
})

/** What is on, when and for whom; one is written on its own sheet. */
Component({
  properties: {
    form: { type: Object },
    branches: { type: Array, value: [] as Named[] },
    rewards: { type: Array, value: [] as Named[] },
    today: { type: String, value: '' },
  },
  data: {
    campaigns: [] as ReturnType<typeof viewCampaign>[],
    branchChips: chipsOf([]),
    tierChips: chipsOf([]),
    rewardChips: chipsOf([]),
    /** The one that is being written. */
    writing: null as CampaignForm | null,
    isNew: false,
    isOpen: false,
  },
  observers: {
    'form, branches, rewards'(form: Form | null, branches: Named[], rewards: Named[]) {
      const { campaigns, tiers } = form ?? { campaigns: [], tiers: [] }
      this.setData({
        campaigns: campaigns.map((campaign) => viewCampaign(campaign, branches, tiers, rewards)),
        branchChips: chipsOf(branches),
        tierChips: chipsOf(tiers),
        rewardChips: chipsOf(rewards),
      })
    },
  },
  methods: {
    edit({ currentTarget }: WechatMiniprogram.TouchEvent) {
      const { campaigns } = this.properties.form as Form
      const campaign = campaigns[Number(currentTarget.dataset.index)]
      if (campaign) this.setData({ writing: campaignFormOf(campaign), isNew: false, isOpen: true })
    },
    add() {
      const { campaigns } = this.properties.form as Form
      const id = freeCampaignId(campaigns.map((campaign) => campaign.id))
      this.setData({ writing: newCampaign(id, this.properties.today), isNew: true, isOpen: true })
    },
    keep({ detail }: WechatMiniprogram.CustomEvent<Campaign>) {
      tellRows(this, 'campaigns', putCampaign((this.properties.form as Form).campaigns, detail))
      this.close()
    },
    remove({ detail }: WechatMiniprogram.CustomEvent<{ id: string }>) {
      const { campaigns } = this.properties.form as Form
      tellRows(
        this,
        'campaigns',
        campaigns.filter(({ id }) => id !== detail.id),
      )
      this.close()
    },
    close() {
      this.setData({ isOpen: false })
    },
  },
})
