import { askConsent } from './ask-consent'

/** WeChat on a phone, which answers what it is told to answer. */
function answer(with$: () => Promise<object>) {
  const asked: unknown[] = []
  const requestSubscribeMessage = (options: object) => {
    asked.push(options)
    return with$()
  }
  Object.assign(globalThis, { wx: { requestSubscribeMessage } })
  return asked
}
let warned: jest.SpyInstance
beforeEach(() => {
  warned = jest.spyOn(console, 'warn').mockImplementation(() => undefined)
})
afterEach(() => warned.mockRestore())

test('what was accepted is told, template by template', async () => {
  const asked = answer(async () => ({ errMsg: 'requestSubscribeMessage:ok', a: 'accept', b: 'reject' }))
  expect(await askConsent(['a', 'b'])).toEqual({ accepted: ['a'], words: '' })
  expect(asked).toEqual([{ tmplIds: ['a', 'b'] }])
})

test.each([
  ['reject', '再点一次'],
  ['ban', '停用'],
  ['filter', '没有提供'],
  ['something new', '稍后再试'],
])('%s is told in words, with what to do next', async (said, words) => {
  answer(async () => ({ a: said }))
  const consent = await askConsent(['a'])
  expect(consent.accepted).toEqual([])
  expect(consent.words).toContain(words)
})

test.each([
  [20004, '通知管理'],
  [20005, '技术支持'],
  [10002, '网络'],
  [20001, '稍后再试'],
])('errCode %i is told in words', async (errCode, words) => {
  answer(async () => {
    throw { errCode, errMsg: 'requestSubscribeMessage:fail' }
  })
  expect((await askConsent(['a'])).words).toContain(words)
  expect(warned).toHaveBeenCalled()
})
