import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { build } from 'esbuild'
import { bundleApp } from './bundle-app'

const page = `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, user-scalable=no">
<link rel="icon" href="data:,">
<link rel="stylesheet" href="host.css">
<title></title>
</head>
<body>
<script src="app.js"></script>
<script src="host.js"></script>
</body>
</html>
`

/** Writes the page, the host and the built mini-program at `miniprogram` as one browser application to `out`. */
export async function buildPreview({
  miniprogram,
  out,
}: {
  miniprogram: string
  out: string
}): Promise<void> {
  const folder = resolve(out)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'index.html'), page)
  writeFileSync(join(folder, 'app.js'), bundleApp(resolve(miniprogram)))
  await build({
    entryPoints: [{ in: join(__dirname, 'client/main.ts'), out: 'host' }],
    outdir: folder,
    bundle: true,
    format: 'iife',
    target: 'es2022',
    sourcemap: true,
    define: { 'process.env.NODE_ENV': '"development"' },
    logLevel: 'silent',
  })
}
