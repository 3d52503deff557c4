import { existsSync, readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { CloudbaseConfig } from './cloudbaserc'
import { readDuplicateForm, readLimits } from './read-options'
import { startCloud } from './start-cloud'

/** `npm run cloud -- --port 8787 --data .data/cloud --functions dist/cloudfunctions --config cloudbaserc.json` */
const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '8787' },
    data: { type: 'string', default: '.data/cloud' },
    functions: { type: 'string' },
    config: { type: 'string', default: 'cloudbaserc.json' },
    limit: { type: 'string', multiple: true, default: [] },
    'duplicate-form': { type: 'string', default: 'DATABASE_REQUEST_FAILED' },
  },
})

async function main() {
  const config = existsSync(values.config)
    ? { config: JSON.parse(readFileSync(values.config, 'utf8')) as CloudbaseConfig }
    : {}
  const cloud = await startCloud({
    dataDir: values.data,
    port: Number(values.port),
    limits: readLimits(values.limit),
    duplicateForm: readDuplicateForm(values['duplicate-form']),
    ...config,
    ...(values.functions === undefined ? {} : { functionsRoot: values.functions }),
    onLog: ({ source, text }) => console.error(`[${source}] ${text}`),
  })
  for (const [name, value] of Object.entries(cloud.sdkEnv)) console.log(`export ${name}='${value}'`)
  const stop = () => void cloud.close().then(() => process.exit(0))
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
}

main().catch((error: Error) => {
  console.error(error.message)
  process.exit(1)
})
