import type { Mutant } from './bundle'

/** Ways to tell a member twice, too late, in the night, or what is not true any more. */
export const mutantsOfLetters: Mutant[] = [
  {
    name: 'a lot that was told of is told of again',
    file: 'core/domain/letters/expiring.ts',
    right: 'days <= stage && told.has(markOf(lot, days))',
    wrong: 'days < stage && told.has(markOf(lot, days))',
    within: 2000,
  },
  {
    name: 'a letter of last week is still sent',
    file: 'core/domain/letters/renew.ts',
    right: 'daysBetween(on, today) <= LATEST_DAYS',
    wrong: 'daysBetween(on, today) <= 30',
    within: 10_000,
  },
  {
    name: 'a message tells what was true when the letter was written',
    file: 'core/domain/letters/renew.ts',
    right: 'return tellExpiring(account, today, news.until, news.days)',
    wrong: 'return tellExpiring(account, today, news.until, news.days) && news',
    within: 10_000,
  },
  {
    name: 'people are woken',
    file: 'core/domain/letters/choose-message.ts',
    right: 'if (isQuiet(now) || hasHadEnough',
    wrong: 'if (hasHadEnough',
    within: 10_000,
  },
  {
    name: 'a letter is told by message as often as it is looked at',
    file: 'core/domain/letters/choose-message.ts',
    right: ' || allowed.told.includes(String(no))',
    wrong: '',
    within: 10_000,
  },
  {
    name: 'an inbox is emptied whoever has written since',
    file: 'core/store/remind.ts',
    right: "{ _id: _.in(ids), 'recent.0': _.eq(key) }",
    wrong: '{ _id: _.in(ids) }',
    within: 10_000,
  },
]
