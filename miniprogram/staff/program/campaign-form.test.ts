import { recommended } from '../../../core/domain/presets/recommended'
import { termsOf } from '../../../core/store/programs'
import { sayCampaign } from '../../services/say-campaign'
import { campaignFormOf, freeCampaignId, newCampaign } from './campaign-form'
import { type Campaign, putCampaign, type Terms } from './form'
import { readCampaign } from './read-campaign'

const terms = termsOf(recommended) as Terms

describe('a campaign', () => {
  const blank = { ...newCampaign('campaign-1', '2026-11-22'), name: '双旦' }
  const days: Campaign['days'][] = [
    { kind: 'every' },
    { kind: 'weekdays', weekdays: [1, 7] },
    { kind: 'monthDays', days: [8, 18] },
    { kind: 'holidays', holidays: ['qixi', 'christmas'] },
  ]
  test.each(days)('on $kind is on its sheet and comes back as it was', (when) => {
    const { campaign } = readCampaign(blank)
    const one = {
      ...(campaign as Campaign),
      days: when,
      branches: ['jingan'],
      tiers: ['gold'],
      atLeast: 8_850,
    }
    expect(readCampaign(campaignFormOf(one))).toEqual({ campaign: one, faults: {} })
    const given = { ...one, effect: { kind: 'addition' as const, points: 30 } }
    expect(readCampaign(campaignFormOf(given)).campaign).toEqual(given)
    const cheaper = { ...one, branches: null, atLeast: 0 }
    for (const rewards of [null, ['drink']]) {
      const halved = { ...cheaper, effect: { kind: 'exchange' as const, bp: 5_500, rewards } }
      expect(readCampaign(campaignFormOf(halved))).toEqual({ campaign: halved, faults: {} })
    }
  })

  test.each([
    [{ name: '' }, 'name'],
    [{ to: '2026-11-21' }, 'to'],
    [{ days: 'weekdays' as const }, 'weekdays'],
    [{ days: 'monthDays' as const, monthDays: '32' }, 'monthDays'],
    [{ days: 'holidays' as const }, 'holidays'],
    [{ times: '1' }, 'times'],
    [{ effect: 'addition' as const, points: '0' }, 'points'],
    [{ effect: 'exchange' as const, off: '10' }, 'off'],
    [{ effect: 'exchange' as const, off: '0' }, 'off'],
    [{ atLeast: 'x' }, 'atLeast'],
  ])('with %j is not kept', (more, name) => {
    const { campaign, faults } = readCampaign({ ...blank, ...more })
    expect(campaign).toBeNull()
    expect(Object.keys(faults)).toEqual([name])
  })

  test('takes its place, or the end; its id is its own', () => {
    const { campaign } = readCampaign(blank)
    const two = putCampaign(terms.earn.campaigns, campaign as Campaign)
    expect(two.map(({ id }) => id)).toEqual(['member-day', 'campaign-1'])
    expect(putCampaign(two, { ...(campaign as Campaign), name: '新' })[1]?.name).toBe('新')
    expect(freeCampaignId(['member-day', 'campaign-1'])).toBe('campaign-2')
    expect(freeCampaignId([])).toBe('campaign-1')
  })

  test('says when, where, for whom and from which amount on', () => {
    const [memberDay] = terms.earn.campaigns
    const one = { ...(memberDay as Campaign), branches: ['jingan'], tiers: ['gold'], atLeast: 10_000 }
    const words = sayCampaign(one, [{ id: 'jingan', name: '静安店' }], terms.tiers, [])
    expect(words).toBe('每月 18 日 · 静安店 · 金卡会员 · 满 ¥100')
  })
})
