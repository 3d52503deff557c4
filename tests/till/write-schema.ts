import { writeFileSync } from 'node:fs'
import { orderSchema, SCHEMA_FILE } from './order-schema'

// `npx tsx tests/till/write-schema.ts`, after the contract has changed.
writeFileSync(SCHEMA_FILE, `${JSON.stringify(orderSchema(), null, 2)}\n`)
