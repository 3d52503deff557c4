import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import tcb from '@cloudbase/node-sdk'
import { compileExpression } from '../engine/expression/compile-expression'
import { compilePipeline } from '../engine/pipeline/compile-pipeline'
import { storageActions } from '../storage/storage-actions'
import { databaseActions } from './database-actions'

/** Sent by the SDK and refused by name, for reasons that docs/local-cloud.md gives. */
const REFUSED = [
  'analytics.report',
  'auth.getUserInfoForAdmin',
  'database.deleteDocInTransaction',
  'database.getInTransaction',
  'database.updateDocInTransaction',
  'wx.wxCallContainerApi',
  'wx.wxPayApi',
]
const ELSEWHERE = ['auth.wsWebSign', 'functions.invokeFunction', 'wx.api', 'wx.openApi']

const sdk = dirname(require.resolve('@cloudbase/node-sdk'))
const folders = [sdk, join(sdk, '../../database/dist/commonjs')]

const { aggregate } = tcb.init({ env: 'e', secretId: 'i', secretKey: 'k' }).database().command as unknown as {
  aggregate: Record<string, (argument?: unknown) => Record<string, unknown>>
}

/** Every action that stands in the SDK's sources. */
function actionsSent(): string[] {
  const found = new Set<string>()
  for (const folder of folders)
    for (const name of readdirSync(folder, { recursive: true }) as string[]) {
      if (!name.endsWith('.js')) continue
      const text = readFileSync(join(folder, name), 'utf8')
      for (const [, action = ''] of text.matchAll(
        /'((?:database|storage|functions|wx|auth|analytics)\.\w+)'/g,
      ))
        found.add(action)
    }
  return [...found].sort()
}

test('every action that the SDK can send is played or refused for a reason', () => {
  const played = [...Object.keys(databaseActions), ...Object.keys(storageActions), ...ELSEWHERE]
  expect(actionsSent()).toEqual([...played, ...REFUSED].sort())
})

const unknownTo = (compile: () => unknown): boolean => {
  try {
    compile()
    return false
  } catch (error) {
    return /Unrecognized|unknown group operator/i.test((error as Error).message)
  }
}
const source = { now: 0, variables: null, find: () => [] }

test('every aggregation operator of the SDK is known but the one for text search', () => {
  const missing = Object.entries(aggregate)
    .filter(([name]) => name !== 'pipeline')
    .map(([, make]) => Object.keys(make([]))[0] as string)
    .filter(
      (name) =>
        unknownTo(() => compileExpression({ [name]: [] })) &&
        unknownTo(() => compilePipeline([{ $group: { _id: null, a: { [name]: 1 } } }], source)),
    )
  expect(missing).toEqual(['$meta'])
})

test('every stage of the SDK is known', () => {
  const stages = aggregate.pipeline?.()
  const names = Object.getOwnPropertyNames(Object.getPrototypeOf(stages)).filter(
    (name) => !['constructor', 'end', 'unwrap', 'done', '_pipe'].includes(name),
  )
  expect(names.length).toBeGreaterThan(14)
  expect(names.filter((name) => unknownTo(() => compilePipeline([{ [`$${name}`]: {} }], source)))).toEqual([])
})
