import type { BusinessDay, Program } from '../../core/contract'
import type { Furniture } from '../restaurant/furnish'
import { sampleFurniture } from '../restaurant/sample'

/** Earlier than any day that is replayed. */
const BEGINNING = '1900-01-01' as BusinessDay
const TABLES = ['1', '2', '3', '5', '6', '8']

/** The branches of the receipts, one programme from the beginning, and staff to look around with afterwards. */
export function furnitureOf(program: Program, branches: ReadonlyMap<string, string>): Furniture {
  const [[, first = ''] = []] = branches
  return {
    program: { ...program, validFrom: BEGINNING },
    branches: [...branches].map(([name, id]) => ({ id, name, tables: TABLES })),
    staff: sampleFurniture.staff.map((person) => ({ ...person, branch: first })),
  }
}
