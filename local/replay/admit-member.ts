import type { OpenRestaurant } from '../restaurant/open-restaurant'
import type { Newcomer } from './read-members'
import { joinKeyOf, openidOf } from './recognise-member'
import { mayPass, tryAgain } from './try-again'

type Answer = { ok: true } | { ok: false; refusal: string }

/** He is a member already: under another name when members.csv has been changed since. */
const STANDING = ['ALREADY_JOINED', 'KEY_REUSED']

/** A person joins, through the function a phone would ask, at the moment he joined. */
export async function admitMember(
  { cloud }: OpenRestaurant,
  { ref, name, birthday, joinedAt }: Newcomer,
): Promise<void> {
  const given = { ...(name === null ? {} : { name }), ...(birthday === null ? {} : { birthday }) }
  const event = { procedure: 'join', input: { key: joinKeyOf(ref), ...given } }
  const by = { openid: openidOf(ref), clock: joinedAt }
  const answer = await tryAgain(
    async () => (await cloud.invoke('member', event, by)) as Answer,
    (given) => !given.ok && mayPass(given.refusal),
  )
  if (!answer.ok && !STANDING.includes(answer.refusal))
    throw new Error(`member ${ref} could not join: ${answer.refusal}`)
}
