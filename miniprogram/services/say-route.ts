import type { Route } from '../../core/contract'
import { formatPoints } from './format-points'
import { formatYuan } from './format-yuan'

/** What a route counts: money or points. */
const isMoney = (route: Route): boolean => route === 'spend' || route === 'load'

const names: Record<Route, string> = {
  spend: '累计消费',
  points: '累计积分',
  yearPoints: '近 12 个月积分',
  load: '累计储值',
}

export const amountOn = (route: Route, amount: number): string =>
  isMoney(route) ? formatYuan(amount) : formatPoints(amount)

/** `累计消费 ¥1,000`. */
export const sayRoute = ({ route, asked }: { route: Route; asked: number }): string =>
  `${names[route]} ${amountOn(route, asked)}`

const verbs: Record<Route, string> = { spend: '再消费', points: '再得', yearPoints: '再得', load: '再储值' }

/** `再消费 ¥200`, `再得 300 积分`. LVL-12. */
export const sayMissing = ({ route, missing }: { route: Route; missing: number }): string =>
  `${verbs[route]} ${amountOn(route, missing)}${isMoney(route) ? '' : ' 积分'}`
