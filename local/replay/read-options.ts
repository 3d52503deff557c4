import { parseArgs } from 'node:util'
import type { BusinessDay, Program } from '../../core/contract'
import { BusinessDay as Day } from '../../core/contract/primitives'
import { presets } from '../../core/domain/presets'
import { BadInput } from './bad-input'

export interface Options {
  dir: string
  until: BusinessDay | null
  program: { name: string; program: Program }
  json: boolean
}

const USAGE = 'usage: npm run replay -- DIR [--until YYYY-MM-DD] [--program NAME] [--json]'
const options = {
  until: { type: 'string' },
  program: { type: 'string', default: 'recommended' },
  json: { type: 'boolean', default: false },
} as const

export function readOptions(args: string[]): Options {
  const { values, positionals } = parse(args)
  const [dir, ...others] = positionals
  if (dir === undefined || others.length > 0) throw new BadInput([USAGE])
  const until = values.until === undefined ? null : Day.safeParse(values.until)
  if (until?.success === false) throw new BadInput([`--until ${values.until} is not a day like 2019-05-31`])
  return { dir, until: until?.data ?? null, program: findPreset(values.program), json: values.json }
}

function parse(args: string[]) {
  try {
    return parseArgs({ args, options, allowPositionals: true })
  } catch (error) {
    throw new BadInput([(error as Error).message, USAGE])
  }
}

function findPreset(name: string) {
  const program = Object.hasOwn(presets, name) ? presets[name] : undefined
  if (program === undefined)
    throw new BadInput([`no programme is called "${name}"; there are ${Object.keys(presets).join(', ')}`])
  return { name, program }
}
