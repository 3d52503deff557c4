import { weights } from './scripts/scripts'
import { anyTime, type Theme } from './theme'
import { beyondCaps, bills, piles, reversals, years } from './themes-of-bills'
import { codes, holds, stamps, stock, voids } from './themes-of-codes'
import {
  blacklist,
  friends,
  friendsRefunded,
  habits,
  letters,
  messages,
  phones,
  staff,
} from './themes-of-people'

export const themes = {
  everything: { doing: weights, wait: 0.16, waits: anyTime },
  stock,
  holds,
  bills,
  reversals,
  beyondCaps,
  voids,
  stamps,
  codes,
  staff,
  messages,
  letters,
  phones,
  friends,
  friendsRefunded,
  habits,
  years,
  blacklist,
  piles,
} satisfies Record<string, Theme>

export type ThemeName = keyof typeof themes

export const HOW_OFTEN: Record<ThemeName, number> = {
  everything: 5,
  stock: 1.6,
  holds: 0.4,
  bills: 2,
  reversals: 1.5,
  beyondCaps: 1,
  voids: 1,
  stamps: 1,
  codes: 1,
  staff: 1,
  messages: 0.6,
  letters: 1.2,
  phones: 0.7,
  friends: 1,
  friendsRefunded: 1,
  habits: 0.8,
  years: 0.5,
  blacklist: 0.6,
  piles: 0.4,
}
