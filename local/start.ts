import { openHouse } from './open-house'
import { sampleDiners } from './restaurant/sample'

/**
 * `npm start`: build, open the sample restaurant on a local cloud, serve the console with three phones.
 * With `--built` what lies in dist is served as it is.
 */
async function main() {
  const port = Number(process.env.PORT ?? 3000)
  const dataDir = process.env.DATA_DIR ?? '.data/restaurant'
  if (!process.argv.includes('--built')) await build()
  const { cloud } = await openHouse({ port, dataDir, diners: sampleDiners, onLog: print })
  console.log(`\n回头客已开张：${cloud.url}\n数据保存在 ${dataDir}，Ctrl+C 打烊。`)
  const stop = () => void cloud.close().then(() => process.exit(0))
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
}

async function build() {
  console.log('正在构建小程序与云函数…')
  const { buildAll } = await import('./build/build-all')
  console.log(await buildAll())
}

const print = ({ source, text }: { source: string; text: string }) => {
  if (process.env.LOG === '1' || /"at":"(bug|warning)"/.test(text)) console.error(`[${source}] ${text}`)
}

main().catch((error: Error) => {
  console.error(error.message)
  process.exit(1)
})
