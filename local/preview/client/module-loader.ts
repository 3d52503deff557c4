import type { Bundle, ModuleFunction } from './bundle'

type Given = Record<string, unknown>

/** CommonJS over the built files, as WeChat loads them: each once, paths relative to the file that asks. */
export class ModuleLoader {
  private readonly loaded = new Map<string, { exports: unknown }>()

  constructor(
    private readonly bundle: Bundle,
    private readonly given: Given,
  ) {}

  load(id: string): unknown {
    const name = `${id}.js`
    const run = this.bundle.modules[name]
    if (!run) throw new Error(`module '${name}' is not defined`)
    return this.run(name, run)
  }

  private run(name: string, run: ModuleFunction): unknown {
    const known = this.loaded.get(name)
    if (known) return known.exports
    const module = { exports: {} as unknown }
    this.loaded.set(name, module)
    const require = (path: string) => this.require(name, path)
    const given: Given = { ...this.given, require, module, exports: module.exports }
    run(...this.bundle.given.map((each) => given[each]))
    return module.exports
  }

  private require(from: string, path: string): unknown {
    const name = resolvePath(from, path)
    const found = [name, `${name}.js`, `${name}/index.js`].find((each) => this.bundle.modules[each])
    const run = found && this.bundle.modules[found]
    if (!run) throw new Error(`module '${name}' is not defined, require args is '${path}' in ${from}`)
    return this.run(found, run)
  }
}

/** `pages/home/index.js` asking for `../../chunks/a.js` means `chunks/a.js`; a leading slash is the root. */
export function resolvePath(from: string, path: string): string {
  const folder = path.startsWith('/') ? [] : from.split('/').slice(0, -1)
  for (const step of path.split('/')) {
    if (step === '..') folder.pop()
    else if (step !== '.' && step !== '') folder.push(step)
  }
  return folder.join('/')
}
