import type { Furniture } from '../../local/restaurant/furnish'
import { sampleFurniture } from '../../local/restaurant/sample'

/** Desks of a branch: so many colleagues settle bills and take codes. */
const DESKS = 8
const TABLES = 400

export const BRANCHES = ['jingan', 'xuhui', 'pudong'] as const
export type BranchName = (typeof BRANCHES)[number]

export const deskOf = (branch: BranchName, number: number) => `desk-${branch}-${number % DESKS}`
export const tableOf = (number: number) => String((number % TABLES) + 1)

/** The programme and the jobs of the sample house, with three branches full of tables. */
export function furnitureOfDinner(): Furniture {
  const [clerk] = sampleFurniture.staff
  if (clerk === undefined) throw new Error('the sample house has nobody at its desk')
  const tables = Array.from({ length: TABLES }, (_, number) => tableOf(number))
  return {
    program: sampleFurniture.program,
    branches: BRANCHES.map((id) => ({ id, name: id, tables })),
    staff: BRANCHES.flatMap((branch) =>
      Array.from({ length: DESKS }, (_, n) => ({ ...clerk, openid: deskOf(branch, n), branch })),
    ),
  }
}

/** What the process of a house is told at its start. */
export interface HouseOrder {
  dataDir: string
  furniture: Furniture
  /** Whether the timers go by the house's clock. */
  autoTimers: boolean
  /** Processes of one function at the same time; the platform's limit when left out. */
  functionConcurrency?: number
}
