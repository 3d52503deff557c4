import * as z from 'zod'

/** Latencies are told by the end of the bucket they were counted in; null is slower than all of them. */
const Latency = z.int().nullable()

const Figures = z.object({
  calls: z.int(),
  refused: z.int(),
  /** Bugs: what was answered INTERNAL. */
  failed: z.int(),
  roundTrips: z.number(),
  p50: Latency,
  p95: Latency,
  p99: Latency,
})

/** How one procedure does (系统状况). */
export const ProcedureHealth = z.object({
  /** `<function>.<procedure>` */
  procedure: z.string(),
  today: Figures,
  /** The last seven business days, today among them. */
  week: Figures,
})
