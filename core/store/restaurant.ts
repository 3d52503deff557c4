import type { BranchId, BusinessDay, Program } from '../contract'
import { assert } from '../domain/result'
import { type Database, readMany } from './database'
import { inFull } from './in-full'

/** A branch (门店), its tables and the key its till signs with. */
export interface Branch {
  _id: BranchId
  name: string
  tables: string[]
  tillKey: string
}

/** What hardly ever changes and every call needs. Functions keep it for a minute. */
export interface Restaurant {
  program: Program
  branches: Branch[]
}

/** The programme valid on `today`, and the branches. */
export async function readRestaurant(db: Database, today: BusinessDay): Promise<Restaurant> {
  const _ = db.command
  const [programs, branches] = await Promise.all([
    readMany<Program>(
      db
        .collection('programs')
        .where({ validFrom: _.lte(today) })
        .orderBy('validFrom', 'desc')
        .limit(1),
    ),
    readMany<Branch>(
      db
        .collection('branches')
        .where({ _id: _.exists(true) })
        .limit(1000),
    ),
  ])
  const [program] = programs
  assert(program !== undefined, `no programme is valid on ${today}`)
  return { program: inFull(program), branches }
}

export const findBranch = (restaurant: Restaurant, id: string): Branch | undefined =>
  restaurant.branches.find((branch) => branch._id === id)

export const branchName = (restaurant: Restaurant, id: string): string =>
  findBranch(restaurant, id)?.name ?? id
