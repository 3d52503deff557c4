import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { jsonOf } from '../../local/replay/print-summary'
import { readOptions } from '../../local/replay/read-options'
import { readScript, replay } from '../../local/replay/replay'

const folder = mkdtempSync(join(tmpdir(), 'huitouke-replay-'))
afterAll(() => rm(folder, { recursive: true }))
const root = resolve(__dirname, '../..')

/** Three days, two branches, four members and guests: 48 receipts of 10.50, 11.50 … yuan. */
const receipts = Array.from({ length: 48 }, (_, i) => {
  const day = 1 + Math.floor(i / 16)
  const [hour, minute] = [8 + (i % 16), (i * 7) % 60].map((n) => String(n).padStart(2, '0'))
  const ref = i % 3 === 0 ? '' : `C${i % 4}`
  return {
    ref,
    yuan: 10 + i,
    line: `R-${i},${ref},2019-04-0${day}T${hour}:${minute}:00,${10 + i}.50,${i % 2 ? '静安店' : 'Bund 2'}`,
  }
})
const spent = receipts.filter(({ ref }) => ref !== '')
const points = spent.reduce((sum, { yuan }) => sum + yuan, 0)

const dir = join(folder, 'shop')
mkdirSync(dir)
writeFileSync(
  join(dir, 'orders.csv'),
  ['order_id,member_ref,paid_at,amount,branch', ...receipts.map(({ line }) => line)].join('\n'),
)
writeFileSync(
  join(dir, 'members.csv'),
  'member_ref,name,joined_on,birthday\nC0,Lin,2019-03-30,1990-05-01\nC1,Zhou,2019-04-02,\nC9,Never,2019-03-31,1980-04-05\n',
)

const silently = () => ({ step: () => undefined, stop: () => undefined })

async function run(dataDir: string, ...args: string[]) {
  const outcome = await replay(readScript(readOptions([dir, ...args]), join(folder, dataDir)), silently)
  const { ordersPerSecond, ...rest } = jsonOf(outcome)
  expect(ordersPerSecond).toBeGreaterThan(0)
  return rest
}

const plain = {
  orders: 48,
  memberOrders: spent.length,
  refusals: 0,
  issued: { total: points, bySource: { registration: 0, spend: points, gifts: 0 } },
  burned: 0,
  expired: 0,
  balance: points,
  waiting: 0,
  members: 5,
  tiers: { silver: 5 },
  reconciled: true,
}

test('every receipt is taken and every yuan of a member is a point; run again, nothing changes', async () => {
  expect(await run('plain', '--program', 'plain')).toEqual(plain)
  expect(await run('plain', '--program', 'plain')).toEqual(plain)
})

test('under the default programme the same members have bonuses, and a year later everything has expired', async () => {
  const before = await run('recommended')
  expect(before).toMatchObject({ orders: 48, refusals: 0, expired: 0, members: 5, reconciled: true })
  // Five joined, two of them with name and birthday; four paid a first bill; nobody's birthday is in April.
  const { total } = before.issued
  expect(before.issued.bySource).toEqual({ registration: 500, spend: total - 540, gifts: 2 * 20 })
  expect(before.issued.bySource.spend).toBe(points + 400)
  const { issued } = before
  const after = await run('recommended', '--until', '2020-04-04')
  expect(after).toEqual({ ...before, expired: issued.total, balance: 0 })
}, 240_000)

test('a data directory belongs to one programme', () => {
  expect(() => readScript(readOptions([dir]), join(folder, 'plain'))).toThrow('choose another DATA_DIR')
})

test('--until lies not before the last receipt', () => {
  const script = () => readScript(readOptions([dir, '--until', '2019-04-02']), join(folder, 'early'))
  expect(script).toThrow('--until 2019-04-02 is before the last day, 2019-04-03')
})

/** A replay in a process of its own, that can be killed. It says what it found. */
function start(dataDir: string): {
  child: ChildProcess
  end: Promise<{ code: number | null; said: string }>
} {
  const program = `
    import { jsonOf } from '${root}/local/replay/print-summary'
    import { readOptions } from '${root}/local/replay/read-options'
    import { readScript, replay } from '${root}/local/replay/replay'
    const script = readScript(readOptions(['${dir}', '--program', 'plain']), '${dataDir}')
    const silently = () => ({ step: () => undefined, stop: () => undefined })
    replay(script, silently).then((outcome) => console.log(JSON.stringify(jsonOf(outcome))))`
  const file = join(folder, 'run.ts')
  writeFileSync(file, program)
  const child = spawn(process.execPath, ['--import', 'tsx', file], { cwd: root })
  const said: Buffer[] = []
  child.stdout.on('data', (chunk: Buffer) => said.push(chunk))
  const end = new Promise<{ code: number | null; said: string }>((done) =>
    child.once('close', (code) => done({ code, said: Buffer.concat(said).toString() })),
  )
  return { child, end }
}

test('killed in the middle, it goes on where it was, and the sums are the same', async () => {
  const dataDir = join(folder, 'killed')
  const progress = join(dataDir, 'replay.json')
  const lived = () =>
    existsSync(progress) ? (JSON.parse(readFileSync(progress, 'utf8')) as { day: string }).day : ''
  const first = start(dataDir)
  while (lived() < '2019-04-01') await new Promise((done) => setTimeout(done, 20))
  first.child.kill('SIGKILL')
  await first.end
  expect(['2019-04-01', '2019-04-02']).toContain(lived())

  const { code, said } = await start(dataDir).end
  expect(code).toBe(0)
  expect(JSON.parse(said)).toMatchObject(plain)
})

test('what cannot be read ends the program with 2 and words, before anything is built or sent', async () => {
  const bad = join(folder, 'bad')
  mkdirSync(bad)
  writeFileSync(
    join(bad, 'orders.csv'),
    'order_id,member_ref,paid_at,amount,branch\nA-1,,2019-04-01T08:00:00,1e5,A\n',
  )
  const dataDir = join(folder, 'untouched')
  const child = spawn(process.execPath, ['--import', 'tsx', 'local/replay/main.ts', bad, '--json'], {
    cwd: root,
    env: { ...process.env, DATA_DIR: dataDir },
  })
  const chunks: Buffer[] = []
  child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk))
  const code = await new Promise((done) => child.once('close', done))
  expect(code).toBe(2)
  expect(Buffer.concat(chunks).toString()).toContain('orders.csv line 2: amount "1e5" is not yuan like 32.50')
  expect(existsSync(dataDir)).toBe(false)
})
