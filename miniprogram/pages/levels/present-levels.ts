import type { AnswerTo } from '../../services/cloud'
import { formatDay } from '../../services/format-day'
import { formatMultiplier, formatPoints } from '../../services/format-points'
import { formatYuan } from '../../services/format-yuan'
import { presentLine } from '../../services/present-line'
import { sayDiscount } from '../../services/say-discount'
import { sayMissing, sayRoute } from '../../services/say-route'

export type Levels = AnswerTo<'tiers', 'levels'>
type Rung = Levels['ladder'][number]
type Keep = NonNullable<Levels['keep']>

/** The page of tiers: where he stands, every tier with what it gives, what keeps his, and how he came there. LVL-12. */
export function presentLevels(levels: Levels) {
  const { balance, ladder, bought, since, keep, history } = levels
  const here = ladder.find(({ place }) => place === 'here')
  return {
    name: levels.tierName,
    since: since === null ? '' : `${formatDay(since)}起`,
    bought: bought === null ? '' : `积分兑换，用到${formatDay(bought.until)}；之后是${bought.earnedName}`,
    here: here?.id ?? '',
    next: presentNext(ladder.find(({ place }) => place === 'ahead')),
    rungs: ladder.map((rung) => presentRung(rung, balance)),
    keep: keep && presentKeep(keep, bought?.earnedName ?? levels.tierName),
    birthday: levels.birthdayPrice && presentBirthday(levels.birthdayPrice),
    history: history.map(presentLine),
  }
}
export type LevelsView = ReturnType<typeof presentLevels>
export type RungView = LevelsView['rungs'][number]
export type KeepView = NonNullable<LevelsView['keep']>

function presentNext(ahead: Rung | undefined) {
  const [way] = ahead?.ways ?? []
  if (ahead === undefined) return { words: '已是最高等级，谢谢一路同行', bp: 10_000 }
  if (way === undefined) return { words: `${ahead.name}可以用积分兑换`, bp: 0 }
  const words = way.missing === 0 ? `下次消费就升级${ahead.name}` : `${sayMissing(way)} 升级${ahead.name}`
  return { words, bp: way.progressBp }
}

const places: Record<Rung['place'], string> = { passed: '已达成', here: '现在', ahead: '' }

function presentRung(rung: Rung, balance: number) {
  const { id, name, place, ways, gift, sale } = rung
  return {
    id,
    name,
    place,
    tag: places[place],
    reached:
      ways.length === 0 ? (sale === null ? '入会就是这一级' : '用积分兑换') : ways.map(sayRoute).join(' 或 '),
    missing: place === 'ahead' ? ways.map(sayMissing).join('，或') : '',
    privileges: privilegesOf(rung),
    gift:
      gift === null
        ? ''
        : [gift.points > 0 ? `送 ${formatPoints(gift.points)} 积分` : '', gift.words]
            .filter(Boolean)
            .join('，'),
    isGiven: gift?.given ?? false,
    sale: sale && {
      price: formatPoints(sale.points),
      days: sale.days,
      after: balance < sale.points ? '' : formatPoints(balance - sale.points),
      missing: balance < sale.points ? formatPoints(sale.points - balance) : '',
    },
  }
}

/** Numbers of the programme first, then what the restaurant adds in words; nothing twice. */
function privilegesOf({ multiplierBp, payBp, birthdayGift, privileges }: Rung): string[] {
  const saysTimes = privileges.some((words) => words.includes(formatMultiplier(multiplierBp)))
  return [
    ...(multiplierBp > 10_000 && !saysTimes ? [`每笔消费积分 ${formatMultiplier(multiplierBp)}`] : []),
    ...(payBp < 10_000 ? [`账单 ${sayDiscount(payBp)}`] : []),
    ...(birthdayGift > 0 ? [`生日月送 ${formatPoints(birthdayGift)} 积分`] : []),
    ...privileges,
  ]
}

/** The price of his birthday, and when he has it. BDAY-01, C-19. */
const presentBirthday = ({ payBp, next, isToday }: NonNullable<Levels['birthdayPrice']>) => ({
  price: `生日当天一单 ${sayDiscount(payBp)}`,
  when: isToday
    ? '就是今天，结账时店员会看到'
    : next === null
      ? '填好生日满 30 天后可享，填了就不能改'
      : `下一次是 ${formatDay(next)}`,
  isToday,
  isTold: next !== null,
})

function presentKeep(keep: Keep, name: string) {
  const until = formatDay(keep.until)
  const isKept = keep.missing === 0
  return {
    name,
    bp: keep.progressBp,
    tone: isKept ? 'good' : keep.warned ? 'warn' : '',
    words: isKept ? `这一期已经保住${name}` : `${until}前再消费 ${formatYuan(keep.missing)}，继续是${name}`,
    spent: `已消费 ${formatYuan(keep.spent)} / ${formatYuan(keep.minSpend)}`,
    until: `看到${until}为止的消费`,
    otherwise: isKept ? '' : sayOtherwise(keep),
    pause: keep.pauseUntil === null ? '' : formatDay(keep.pauseUntil),
  }
}

function sayOtherwise({ below, tooLittle, warned }: Keep): string {
  if (tooLittle === 'lose' || warned) return `不够会变成${below}，最多降一级`
  return tooLittle === 'keep'
    ? `一次都没来才会变成${below}`
    : `一次都没来会变成${below}；来过但不够，会再给一期`
}
