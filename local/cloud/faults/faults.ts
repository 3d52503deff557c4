import { createHash } from 'node:crypto'
import type { FaultRule } from './fault-rule'

/** A call as far as a rule may ask about it. */
export interface CallAbout {
  action: string
  collection?: string
  function?: string
  /** Which call of its event, from 1. */
  number: number
}

interface Placed {
  rule: FaultRule
  /** Calls the rule was about, and how many of them it hit. */
  met: number
  hit: number
}

/** What is to go wrong. Nothing, unless somebody asks for it. */
export class Faults {
  #placed: Placed[] = []

  /** These rules and no others, counted anew. */
  set(rules: readonly FaultRule[]) {
    this.#placed = rules.map((rule) => ({ rule, met: 0, hit: 0 }))
  }

  list(): (FaultRule & { met: number; hit: number })[] {
    return this.#placed.map(({ rule, met, hit }) => ({ ...rule, met, hit }))
  }

  /**
   * The rule that hits this call: the first of those that would. Every rule counts every call that it is
   * about, so that what one of them does is the same whatever the others are.
   */
  draw(call: CallAbout): FaultRule | null {
    const hitting = this.#placed.filter((placed) => isAbout(placed.rule, call) && falls(placed))
    const [first] = hitting
    if (first === undefined) return null
    first.hit += 1
    return first.rule
  }
}

function isAbout(rule: FaultRule, call: CallAbout): boolean {
  // Who is not a function cannot be killed from here.
  const ofFunctions = rule.fault.startsWith('kill-') || rule.function === '*'
  if (ofFunctions && call.function === undefined) return false
  return (
    meansAction(call.action, rule.action) &&
    (rule.collection ?? call.collection) === call.collection &&
    (rule.function === '*' || (rule.function ?? call.function) === call.function) &&
    (rule.call ?? call.number) === call.number
  )
}

/** `wx.*` is every action that begins so; a rule that names none is about the database. */
function meansAction(action: string, named = 'database.*'): boolean {
  return named.endsWith('*') ? action.startsWith(named.slice(0, -1)) : named === action
}

/** The n-th call of a rule is hit or spared by its seed and n alone: the same seed tells the same story. */
function falls(placed: Placed): boolean {
  const { probability = 1, seed = 0, count = Number.POSITIVE_INFINITY } = placed.rule
  placed.met += 1
  if (placed.hit >= count) return false
  return probability === 1 || unit(`${seed} ${placed.met}`) < probability
}

/** Uniform in [0, 1). */
const unit = (text: string): number => createHash('sha256').update(text).digest().readUInt32BE() / 2 ** 32
