import { join, resolve } from 'node:path'
import { buildPreview } from '../preview/build-preview'
import { buildFunctions } from './build-functions'
import { buildMiniprogram } from './build-miniprogram'
import { checkMiniprogram } from './check-miniprogram'
import { printSizes } from './measure-packages'

const root = resolve(__dirname, '../..')

export const dist = {
  root: join(root, 'dist'),
  miniprogram: join(root, 'dist/miniprogram'),
  functions: join(root, 'dist/cloudfunctions'),
  preview: join(root, 'dist/preview'),
}

/** Builds everything that is deployed or previewed, and answers with what was built as a small report. */
export async function buildAll(): Promise<string> {
  const start = performance.now()
  const [names] = await Promise.all([
    buildFunctions({ root: join(root, 'cloudfunctions'), out: dist.functions }),
    buildMiniprogram({
      root: join(root, 'miniprogram'),
      out: dist.miniprogram,
      nodeModules: join(root, 'node_modules'),
      minify: true,
    }),
  ])
  const sizes = checkMiniprogram(dist.miniprogram)
  await buildPreview({ miniprogram: dist.miniprogram, out: dist.preview })
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  return `${printSizes(sizes)}\nfunctions: ${names.join(', ')}\nbuilt in ${seconds} s`
}
