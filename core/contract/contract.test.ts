import * as z from 'zod'
import { contract, type Procedure } from '.'
import { MemberId } from './primitives'

const { pattern } = z.toJSONSchema(MemberId) as { pattern: string }
const procedures = Object.entries(contract).flatMap(([name, all]) =>
  Object.entries(all as Record<string, Procedure>).map(
    ([procedure, each]) => [`${name}.${procedure}`, each] as const,
  ),
)
const namesMember = ({ input }: Procedure) =>
  JSON.stringify(z.toJSONSchema(input, { io: 'input' })).includes(JSON.stringify(pattern))

test('RISK-03, C-22: nothing that a diner can ask names another member, so points are nobody else’s', () => {
  const diners = procedures.filter(([, { audience }]) => audience === 'diner')
  expect(diners.length).toBeGreaterThan(20)
  expect(diners.filter(([, each]) => namesMember(each)).map(([name]) => name)).toEqual([])
  expect(procedures.filter(([, each]) => namesMember(each)).map(([name]) => name)).toContain('manager.adjust')
})
