import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { assert } from '../../core/domain/result'

const DIGITS = '0123456789abcdef'

/** Neighbouring seeds must not begin alike. */
function scatter(seed: number): number {
  let word = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b)
  word = Math.imul(word ^ (word >>> 13), 0xc2b2ae35)
  return word ^ (word >>> 16)
}

/** All that is left to chance in a history comes from one seed, so that it can be told again. */
export class Chance {
  readonly #generator: ReturnType<typeof xoroshiro128plus>

  constructor(seed: number) {
    this.#generator = xoroshiro128plus(scatter(seed))
  }

  /** Uniform in [0, 1). */
  unit(): number {
    return (this.#generator.next() >>> 0) / 2 ** 32
  }

  below(n: number): number {
    return Math.floor(this.unit() * n)
  }

  happens(probability: number): boolean {
    return this.unit() < probability
  }

  pick<T>(list: readonly T[]): T {
    const picked = list[this.below(list.length)]
    assert(picked !== undefined, 'there is something to pick from')
    return picked
  }

  /** One of the names, each as likely as its weight says. */
  weigh<N extends string>(weights: Record<N, number>): N {
    const names = Object.keys(weights) as N[]
    let left = this.unit() * names.reduce((sum, name) => sum + weights[name], 0)
    for (const name of names) {
      left -= weights[name]
      if (left < 0) return name
    }
    return this.pick(names)
  }

  hex(digits: number): string {
    let drawn = ''
    while (drawn.length < digits) drawn += DIGITS[this.below(16)]
    return drawn
  }

  uuid(): string {
    return `${this.hex(8)}-${this.hex(4)}-4${this.hex(3)}-a${this.hex(3)}-${this.hex(12)}`
  }
}
