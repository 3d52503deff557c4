import brand from '../../../brand.json'
import type { AnswerTo } from '../../../services/cloud'

type Answer = AnswerTo<'member', 'poster'>

/**
 * Everything that stands on the poster and below it. A poster invites and promises nothing: what both get is
 * told on the page that it opens, before the friend joins. C-47.
 */
export function presentPoster({ name, code, image }: Answer) {
  return {
    from: `${name ?? '一位朋友'} 的邀请`,
    title: ['有家好吃的店', '想和你一起去'],
    code: [code.slice(0, 4), code.slice(4)],
    image,
  }
}

/** What the friend does with it. */
export const sayWayIn = (isScannable: boolean): string[] =>
  isScannable ? ['微信扫一扫', '打开小程序'] : ['微信里搜', brand.name]

/** What the member can do with it. */
export const sayUse = (isScannable: boolean): string =>
  isScannable
    ? '长按海报，或点下面的按钮，保存后发给朋友'
    : '微信这会儿没有给出小程序码，海报上先写着邀请码；想让朋友直接打开，可以回上一页点「发给朋友」'
