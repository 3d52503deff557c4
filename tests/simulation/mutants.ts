import type { Mutant } from './bundle'

export const mutants: Mutant[] = []
