import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { startCloud } from '../start-cloud'

/**
 * The database specifications that the vendor published with his SDK, run unchanged against a cloud of this machine:
 *
 *     git clone https://github.com/TencentCloudBase/node-sdk ../node-sdk && git -C ../node-sdk checkout b3c9dda
 *     npx tsx local/cloud/testing/run-vendor-specs.ts ../node-sdk
 *
 * They import the SDK's sources of their day; here they get the SDK of this repository instead.
 */
const given = process.argv[2]
const sdk = dirname(require.resolve('@cloudbase/node-sdk'))
const database = join(sdk, '../../database/dist/commonjs')

/** `import * as assert` is to be called as a function, as TypeScript let it be called then. */
const ASSERT = "module.exports = require('assert'); module.exports.__esModule = true"

/** A group of tests may be an async function, as their jest let it be. */
const GROUPS = `const real = global.describe
global.describe = Object.assign((name, group) => real(name, () => void group()), real)`

const settingsFor = (folder: string, place: string) => ({
  rootDir: folder,
  testMatch: ['<rootDir>/test/database/**/*.test.ts'],
  testTimeout: 60_000,
  setupFilesAfterEnv: [join(place, 'groups.js')],
  modulePaths: [resolve(__dirname, '../../../node_modules')],
  transform: {
    '^.+\\.ts$': [
      require.resolve('@swc/jest'),
      { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } },
    ],
  },
  moduleNameMapper: {
    '^power-assert$': join(place, 'assert.js'),
    '(^|/)src/index$': join(sdk, 'index.js'),
    '/lib/const/code$': join(sdk, 'const/code.js'),
    '^@cloudbase/database/src/(.*)$': join(database, '$1.js'),
  },
})

async function main(folder: string) {
  const place = mkdtempSync(join(tmpdir(), 'vendor-specs-'))
  const config = { envId: 'specs', functions: [] }
  // They know no session token.
  const adminCredential = { secretId: 'specs', secretKey: randomUUID() }
  const cloud = await startCloud({ dataDir: join(place, 'data'), config, adminCredential, autoTimers: false })
  const settings = join(place, 'jest.json')
  writeFileSync(join(place, 'assert.js'), ASSERT)
  writeFileSync(join(place, 'groups.js'), GROUPS)
  writeFileSync(settings, JSON.stringify(settingsFor(resolve(folder), place)))
  const jest = spawn(
    process.execPath,
    [require.resolve('jest/bin/jest'), '--config', settings, '--runInBand'],
    {
      stdio: 'inherit',
      env: {
        ...process.env,
        ...cloud.sdkEnv,
        TEST_SECRET_ID: adminCredential.secretId,
        TEST_SECRET_KEY: adminCredential.secretKey,
        TEST_ENV: config.envId,
        TZ: 'Asia/Shanghai',
      },
    },
  )
  jest.once('exit', async (code) => {
    await cloud.close()
    rmSync(place, { recursive: true })
    process.exitCode = code ?? 1
  })
}

if (given === undefined) throw new Error('where is the folder of the specifications?')
void main(given)
