import { presentPoster, sayUse, sayWayIn } from './present-poster'

const answer = { code: 'AB12CD34', name: '安*', image: 'data:image/png;base64,AA' }

test('the poster says who invites by a masked name, and the code in two groups', () => {
  expect(presentPoster(answer)).toMatchObject({ from: '安* 的邀请', code: ['AB12', 'CD34'] })
  expect(presentPoster({ ...answer, name: null }).from).toBe('一位朋友 的邀请')
})

test.each([true, false])(
  'C-47: nothing is promised for coming or for sharing (code image: %s)',
  (isScannable) => {
    const { from, title } = presentPoster(answer)
    const words = [from, ...title, ...sayWayIn(isScannable), sayUse(isScannable)].join('')
    expect(words).not.toMatch(/积分|奖|礼|优惠|红包|折|得|送|领|赚|朋友圈/)
  },
)

test('without a code image the words say so, and how the friend comes all the same', () => {
  expect(sayWayIn(false)[0]).toBe('微信里搜')
  expect(sayUse(false)).toContain('没有给出小程序码')
})
