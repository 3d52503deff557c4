import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { build, type Metafile, transform } from 'esbuild'
import type { Graph } from './component-graph'
import { preferMiniprogramPackages } from './miniprogram-packages'
import { moveChunks, rewriteImports } from './move-chunks'

const target = 'es2018'

/**
 * Bundles every page and component in one graph, so that a module used by two pages exists once.
 * WeChat loads CommonJS, esbuild splits only ES modules: each output is translated afterwards.
 */
export async function bundleScripts(graph: Graph, out: string, minify: boolean): Promise<Metafile> {
  const result = await build({
    entryPoints: entryPointsOf(graph),
    outdir: out,
    bundle: true,
    splitting: true,
    format: 'esm',
    target,
    platform: 'browser',
    mainFields: ['module', 'main'],
    nodePaths: [graph.nodeModules],
    chunkNames: 'chunks/[hash]',
    plugins: [preferMiniprogramPackages(graph.nodeModules)],
    write: false,
    metafile: true,
    minify,
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'silent',
  })
  const outputs = outputsByName(result.metafile, out)
  const moved = moveChunks(outputs, graph.subRoots)
  await Promise.all(
    result.outputFiles.map(async (file) => {
      const name = relative(out, file.path)
      const code = rewriteImports(file.text, name, moved)
      const cjs = await transform(code, {
        format: 'cjs',
        target,
        minify,
        charset: 'utf8',
        legalComments: 'none',
      })
      const place = join(out, moved.get(name) ?? name)
      mkdirSync(dirname(place), { recursive: true })
      writeFileSync(place, cjs.code)
    }),
  )
  return result.metafile
}

function entryPointsOf(graph: Graph): { in: string; out: string }[] {
  const parts = [...graph.parts.values()].map((part) => ({ in: scriptOf(part.source), out: part.placed }))
  return [{ in: scriptOf(join(graph.root, 'app')), out: 'app' }, ...parts]
}

function scriptOf(source: string): string {
  const found = ['.ts', '.js'].map((extension) => source + extension).find(existsSync)
  if (!found) throw new Error(`${source}.ts does not exist`)
  return found
}

/** The metafile names outputs from the working directory; everything else here from the output folder. */
function outputsByName(metafile: Metafile, out: string): Metafile['outputs'] {
  const named: Metafile['outputs'] = {}
  const rename = (path: string) => relative(out, resolve(path))
  for (const [path, output] of Object.entries(metafile.outputs)) {
    const imports = output.imports.map((each) => ({ ...each, path: rename(each.path) }))
    named[rename(path)] = { ...output, imports }
  }
  return named
}
