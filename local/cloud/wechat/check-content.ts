import type { Doc } from '../engine/document'
import { type ContentChecks, mediaCheckEvent, resultOf } from './content-check'

export interface Checker {
  contentChecks: ContentChecks
  /** Hands an event of WeChat to the function that asked for its kind. */
  push(event: string, about: Doc): void
}

const MOST_CHARACTERS = 2500
const SCENES = [1, 2, 3, 4]
const told = (errCode: number, errMsg: string): Doc => ({ errCode, errMsg })

/** `security.msgSecCheck`, version 2, and version 1 for who leaves the version out. */
export function checkText(given: Doc, { contentChecks }: Checker, now: number): Doc {
  const { version, openid, scene, content } = given
  if (typeof content !== 'string' || content === '') return told(47001, 'data format error')
  if (version === undefined) {
    const { suggest } = contentChecks.judge('text', '', content, now)
    return suggest === 'risky' ? told(87014, 'risky content') : told(0, 'openapi.security.msgSecCheck:ok')
  }
  if (typeof openid !== 'string' || openid === '') return told(40003, 'invalid openid')
  if (!SCENES.includes(scene as number)) return told(40129, 'invalid scene')
  if ([...content].length > MOST_CHARACTERS) return told(45002, 'content size out of limit')
  const all = [given.nickname, given.title, content, given.signature].filter(
    (part) => typeof part === 'string',
  )
  const check = contentChecks.judge('text', openid, all.join('\n'), now)
  const result = resultOf(check)
  const detail = [{ strategy: 'content_model', errCode: 0, ...result, prob: 90 }]
  return { ...told(0, 'openapi.security.msgSecCheck:ok'), traceId: check.traceId, result, detail }
}

/** `security.mediaCheckAsync`: the address is judged, not what lies there, and the answer comes as an event. */
export function checkMedia(given: Doc, { contentChecks, push }: Checker, now: number): Doc {
  const mediaUrl = given.media_url ?? given.mediaUrl
  const mediaType = given.media_type ?? given.mediaType
  const { openid, scene } = given
  if (typeof mediaUrl !== 'string' || !URL.canParse(mediaUrl)) return told(40097, 'invalid args: media_url')
  if (mediaType !== 1 && mediaType !== 2) return told(40097, 'invalid args: media_type')
  if (typeof openid !== 'string' || openid === '') return told(40003, 'invalid openid')
  if (!SCENES.includes(scene as number)) return told(40129, 'invalid scene')
  const check = contentChecks.judge('media', openid, readable(mediaUrl), now)
  push('wxa_media_check', mediaCheckEvent(check, 'wx-local', now))
  return { ...told(0, 'openapi.security.mediaCheckAsync:ok'), traceId: check.traceId }
}

/** An address as a person reads it, so that a word in it is found; a malformed escape stays as it is. */
function readable(address: string): string {
  try {
    return decodeURI(address)
  } catch (error) {
    if (error instanceof URIError) return address
    throw error
  }
}
