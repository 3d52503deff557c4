import { rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { applyBrand } from './brand'
import { bundleScripts } from './bundle-scripts'
import { walkComponents } from './component-graph'
import { copyStatic } from './copy-static'
import { refuseServerCode } from './refuse-server-code'

export interface MiniprogramBuild {
  root: string
  out: string
  nodeModules: string
  minify: boolean
}

/** Builds the TypeScript mini-program at `root` into `out`: exactly what WeChat receives and the preview runs. */
export async function buildMiniprogram(options: MiniprogramBuild): Promise<void> {
  const root = resolve(options.root)
  const out = resolve(options.out)
  const nodeModules = resolve(options.nodeModules)
  const graph = walkComponents(root, nodeModules)
  rmSync(out, { recursive: true, force: true })
  const metafile = await bundleScripts(graph, out, options.minify)
  refuseServerCode(metafile, root, nodeModules)
  copyStatic(graph, out)
  applyBrand(root, out)
}
