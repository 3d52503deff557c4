import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import tcb from '@cloudbase/node-sdk'
import type { LogLine } from '../log-line'
import { type Cloud, type CloudOptions, startCloud } from '../start-cloud'

export interface TestCloud {
  cloud: Cloud
  /** The real SDK, talking to the cloud over the wire. */
  app: ReturnType<typeof tcb.init>
  db: ReturnType<ReturnType<typeof tcb.init>['database']>
  lines: LogLine[]
  dataDir: string
  functionsRoot: string
  writeFunction(name: string, source: string): Promise<void>
  stop(): Promise<void>
}

export function connect({ sdkEnv, url }: Pick<Cloud, 'sdkEnv' | 'url'>) {
  Object.assign(process.env, sdkEnv)
  return tcb.init({
    env: sdkEnv.TCB_ENV as string,
    secretId: sdkEnv.TENCENTCLOUD_SECRETID as string,
    secretKey: sdkEnv.TENCENTCLOUD_SECRETKEY as string,
    sessionToken: sdkEnv.TENCENTCLOUD_SESSIONTOKEN as string,
    serviceUrl: `${url}/admin`,
  })
}

export async function startTestCloud(options: Partial<CloudOptions> = {}): Promise<TestCloud> {
  const folder = await mkdtemp(join(tmpdir(), 'local-cloud-'))
  const dataDir = options.dataDir ?? join(folder, 'data')
  const functionsRoot = join(folder, 'functions')
  const lines: LogLine[] = []
  const cloud = await startCloud({
    autoTimers: false,
    functionsRoot,
    onLog: (line) => lines.push(line),
    ...options,
    dataDir,
  })
  const app = connect(cloud)
  return {
    cloud,
    app,
    db: app.database(),
    lines,
    dataDir,
    functionsRoot,
    writeFunction: async (name, source) => {
      await mkdir(join(functionsRoot, name), { recursive: true })
      await writeFile(join(functionsRoot, name, 'index.js'), source)
    },
    stop: async () => {
      await cloud.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** A function's source may use the SDK of this repository. */
export const sdkPath = JSON.stringify(require.resolve('@cloudbase/node-sdk'))
