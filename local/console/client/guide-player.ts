import { onTold } from './listen-to-phones'
import { make } from './make-element'

/** The meal in three lines; a line is ticked when it has really happened, and so are those before it. */
const lines = [
  { words: '点一张桌码，食客扫码入会', done: 'member.join' },
  { words: '收银员选桌、输入金额，结账', done: 'cashier.settleBill' },
  { words: '食客兑换奖励，收银员扫码核销', done: 'cashier.redeemCode' },
]

export function buildGuide(): HTMLElement {
  const items = lines.map(({ words }) => make('li', '', {}, words))
  onTold((_role, told) => {
    if (told.type !== 'phone' || told.event !== 'request' || told.state !== 'end' || !told.ok) return
    const index = lines.findIndex(({ done }) => done === `${told.name}.${told.procedure}`)
    for (const item of items.slice(0, index + 1)) item.classList.add('done')
  })
  return make(
    'section',
    'card guide',
    { 'aria-label': '怎么玩' },
    make('h2', '', {}, '怎么玩'),
    make('ol', '', {}, ...items),
  )
}
