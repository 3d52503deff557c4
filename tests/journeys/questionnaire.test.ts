import { journey } from './journey'
import { openHouseHere } from './open-house-here'
import { publish } from './publish'

const here = journey({ open: openHouseHere, keepsPhones: true })

/** An instance of a function keeps a programme for a minute; those of the diner start after it was published. */
test('EARN-13: a manager asks, a diner answers and gets the points once, and the manager reads the counts', async () => {
  const manager = await here.phones.to('sample-manager', { path: 'staff/program/program' })
  await manager.sees('version', '正在生效')
  await manager.tap(manager.part('choice-questionnaire').getByText('有', { exact: true }))
  await manager.type('field-questionnaireTitle', '用餐感受小问卷')
  await manager.type('field-questions.0.words', '菜品味道怎么样？')
  await manager.type('field-questionnairePoints', '60')
  await manager.sees('remark-QUESTIONNAIRE_DEAR', '比最便宜的奖励 50')
  await manager.type('field-questionnairePoints', '30')
  await manager.seesNo('remark-QUESTIONNAIRE_DEAR')
  await manager.tap('add-question')
  await manager.type('field-questions.1.words', '下次最想为什么而来？')
  await manager.tap(manager.part('choice-questions.1.kind').getByText('可以选几个'))
  await manager.type('field-questions.1.options.0.words', '菜好吃')
  await manager.sees('fault-options', '至少填 2 个选项')
  await manager.type('field-questions.1.options.1.words', '离得近')
  await manager.tap('add-option')
  await manager.type('field-questions.1.options.2.words', '积分能换东西')
  await publish(manager, '「用餐感受小问卷」2 题，送 30 积分')

  const diner = await here.phones.to('asked-diner', { path: 'pages/home/home' })
  await diner.tap('join')
  await diner.sees('balance', '100')
  await diner.seesNo('arrival')
  await diner.sees('questionnaire', '+30 积分')
  await diner.tap('campaigns')
  await diner.sees('open-questionnaire', '+30')
  await diner.tap('open-questionnaire')
  await diner.sees('progress', '0 / 2')
  await diner.sees('send-answers', '还有 2 题')
  await diner.tap('star-1-4')
  await diner.tap(diner.part('question').last().getByText('菜好吃'))
  await diner.tap(diner.part('question').last().getByText('离得近'))
  await diner.sees('send-answers', '提交，得 30 积分')
  await diner.tap('send-answers')
  await diner.sees('arrival-points', '+30')
  await diner.sees('answered', '谢谢你的回答')
  await diner.seesNo('arrival')
  await diner.goBack()
  await diner.sees('open-questionnaire', '已经填过')
  await diner.goBack()
  await diner.sees('balance', '130')
  await diner.seesNo('questionnaire')
  await diner.openTab('明细')
  await diner.sees('ledger-line', '填写「用餐感受小问卷」')

  await here.phones.collect()
  const again = await here.phones.to('sample-manager', { path: 'staff/team/team' })
  await again.tap('open-answers')
  await again.sees('answered-count', '1')
  await again.sees('asked-now', '正在收集')
  await again.sees('average', '4.0')
  expect(await again.readsAll('count')).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/菜好吃.*1.*100%/s),
      expect.stringMatching(/积分能换东西.*0.*0%/s),
    ]),
  )
})

test('EARN-13: a questionnaire is written anew only as another one', async () => {
  await here.phones.collect()
  const manager = await here.phones.to('sample-manager', { path: 'staff/program/program' })
  await manager.sees('version', '正在生效')
  await manager.tap(manager.part('remove-question').last())
  await manager.sees('remark-QUESTIONNAIRE_REWRITTEN', '另出一份')
  await manager.tap('another-questionnaire')
  await manager.seesNo('remark-QUESTIONNAIRE_REWRITTEN')
})
