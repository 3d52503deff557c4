import { readCheckIn } from './check-in-fields'
import type { Form, Terms } from './form'
import { readAnniversary, readBirthdayDiscount, readJubilees } from './occasions-form/occasions-fields'
import { readQuestionnaire } from './questionnaire-fields'
import { readCaps, readLimits } from './read-caps'
import { readTimes, readWhole, readWholes, readYuan } from './read-number'
import { readTierForm } from './read-tier-form'
import { type Faults, Reader } from './reader'
import { readReferral } from './referral-form/referral-fields'
import { readReminders } from './reminders-form/reminders-fields'
import { readStampCard } from './stamp-card-form/stamp-card-fields'

const POINTS = 1_000_000

/** The form as a programme, the rest of it as it was. With a fault there is none. */
export function readForm(form: Form, base: Terms): { terms: Terms | null; faults: Faults } {
  const reader = new Reader()
  const terms: Terms = {
    ...base,
    earn: {
      ...readBase(form, reader),
      firstOrder: readFirstOrder(form, reader),
      birthday:
        form.birthday === 'none'
          ? null
          : {
              window: form.birthday,
              bp: reader.number('birthdayTimes', readTimes(form.birthdayTimes)),
            },
      nthOfMonth: readNth(form, reader),
      newMember: readNewMember(form, reader),
      thresholds: readThresholds(form, reader),
      jubilees: readJubilees(form, reader),
      campaigns: form.campaigns,
      stacking: readStacking(form, reader),
    },
    expiry: readExpiry(form, reader),
    checkIn: readCheckIn(form, reader),
    questionnaire: readQuestionnaire(form, reader),
    stampCard: readStampCard(form, reader),
    ...readTierForm(form, reader),
    anniversary: readAnniversary(form, reader),
    birthdayDiscount: readBirthdayDiscount(form, reader),
    referral: readReferral(form, base.referral, reader),
    reminders: readReminders(form, reader),
    rewards: readRewards(form, base, reader),
    caps: readCaps(form, reader),
    limits: readLimits(form, base, reader),
  }
  const isSound = Object.keys(reader.faults).length === 0
  return { terms: isSound ? terms : null, faults: reader.faults }
}

/** Rewards as they were, with how often each may be claimed on a day. */
const readRewards = ({ dailyLimits }: Form, { rewards }: Terms, reader: Reader): Terms['rewards'] =>
  rewards.map((reward, i) => {
    const typed = dailyLimits[i]?.perDay.trim() ?? ''
    const perDay = typed === '' ? null : reader.number(`dailyLimits.${i}.perDay`, readWhole(typed, 1, 100))
    return { ...reward, perDay }
  })

const readBase = (form: Form, reader: Reader) => ({
  pointsPerYuan: reader.number('pointsPerYuan', readWhole(form.pointsPerYuan, 0, 100)),
  registration: reader.number('registration', readWhole(form.registration, 0, POINTS)),
  profile: reader.number('profile', readWhole(form.profile, 0, POINTS)),
})

const readExpiry = (form: Form, reader: Reader): Terms['expiry'] => ({
  months: form.life === 'never' ? null : reader.number('lotMonths', readWhole(form.lotMonths, 1, 120)),
  returnedDays: reader.number('returnedDays', readWhole(form.returnedDays, 1, 365)),
  exempt: form.exempt === 'none' ? null : readExempt(form, reader),
})

function readExempt({ exemptTiers, graceDays }: Form, reader: Reader) {
  if (exemptTiers.length === 0) reader.refuse('exemptTiers', '请选等级')
  return { tiers: exemptTiers, graceDays: reader.number('graceDays', readWhole(graceDays, 90, 730)) }
}

function readFirstOrder(form: Form, reader: Reader): Terms['earn']['firstOrder'] {
  const points = () => reader.number('firstPoints', readWhole(form.firstPoints, 0, POINTS))
  switch (form.firstOrder) {
    case 'none':
      return null
    case 'flat':
      return { mode: 'flat', points: points() }
    case 'threshold': {
      const amount = reader.number('firstAmount', readYuan(form.firstAmount))
      return { mode: 'threshold', amount, points: points() }
    }
    case 'multiplier':
      return { mode: 'multiplier', bp: reader.number('firstTimes', readTimes(form.firstTimes)) }
  }
}

const readNth = (form: Form, reader: Reader): Terms['earn']['nthOfMonth'] =>
  form.nth === 'none'
    ? null
    : {
        orders: reader.take('nthOrders', readWholes(form.nthOrders, 1, 100), []),
        bp: reader.number('nthTimes', readTimes(form.nthTimes)),
      }

const readNewMember = (form: Form, reader: Reader): Terms['earn']['newMember'] =>
  form.newMember === 'none'
    ? null
    : {
        days: reader.number('newDays', readWhole(form.newDays, 1, 90)),
        bp: reader.number('newTimes', readTimes(form.newTimes)),
      }

function readThresholds(form: Form, reader: Reader): Terms['earn']['thresholds'] {
  const read = form.thresholds.map(({ amount, points }, i) => ({
    amount: reader.number(`thresholds.${i}.amount`, readYuan(amount, 1)),
    points: reader.number(`thresholds.${i}.points`, readWhole(points, 1, POINTS)),
  }))
  read.forEach(({ amount }, i) => {
    if (amount <= (read[i - 1]?.amount ?? 0)) reader.refuse(`thresholds.${i}.amount`, '金额要一档比一档高')
  })
  return read
}

const readStacking = (form: Form, reader: Reader): Terms['earn']['stacking'] => {
  const isBounded = form.mostTimes.trim() !== ''
  const mostBp = isBounded ? reader.number('mostTimes', readTimes(form.mostTimes)) : null
  if (mostBp !== null && mostBp < 10_000) reader.refuse('mostTimes', '上限至少 1 倍')
  return { combine: form.combine, multiplyAdditions: form.additions === 'multiplied', mostBp }
}
