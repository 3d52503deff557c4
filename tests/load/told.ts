/** What those who asked were told: kept by them, to be held against the books. */
export class Told {
  /** Points earned and burned, by openid. */
  readonly points = new Map<string, number>()
  readonly bills = new Map<string, { openid: string; earned: number }>()
  readonly codes = new Map<string, { openid: string; reward: string; redeemed: number }>()
  /** Whatever should not have been said. */
  readonly contradictions: string[] = []
  questions = 0
  /** Of the questions, those with a definite answer. */
  answered = 0
  /** How often something was sent for them. */
  attempts = 0
  lostAnswers = 0
  sentTwice = 0
  readonly refusals = new Map<string, number>()

  moves(openid: string, points: number): void {
    this.points.set(openid, (this.points.get(openid) ?? 0) + points)
  }

  bill(bill: string, openid: string, earned: number): void {
    if (this.bills.has(bill)) this.contradicts(`bill ${bill} was answered as a new one twice`)
    this.bills.set(bill, { openid, earned })
    this.moves(openid, earned)
  }

  code(code: string, openid: string, reward: string, points: number): void {
    if (this.codes.has(code)) this.contradicts(`code ${code} was issued twice`)
    this.codes.set(code, { openid, reward, redeemed: 0 })
    this.moves(openid, -points)
  }

  redeemed(code: string): void {
    const known = this.codes.get(code)
    if (known === undefined) this.contradicts(`code ${code} was redeemed and never issued`)
    else known.redeemed += 1
  }

  refused(asked: string, refusal: string): void {
    const name = `${asked} ${refusal}`
    this.refusals.set(name, (this.refusals.get(name) ?? 0) + 1)
  }

  contradicts(what: string): void {
    this.contradictions.push(what)
  }
}
