import type { IncomingMessage } from 'node:http'
import { CloudError } from '../engine/cloud-error'
import type { Doc } from '../engine/document'
import type { Effort } from '../engine/find'
import { strike } from '../faults/strike'
import type { Caller, Invocation } from '../functions/invocation'
import type { CallTrace } from '../trace'
import { act } from './act'
import type { Gateway } from './gateway'

/** Carries a call out, or lets it go wrong, and notes in the trace of its event what became of it. */
export async function perform(
  gateway: Gateway,
  body: Doc,
  caller: Caller | null,
  request: IncomingMessage,
): Promise<Doc | Buffer> {
  const invocation = caller?.invocation ?? null
  const call = startCall(body, invocation, request)
  const started = performance.now()
  try {
    const work = async () => act(gateway, body, invocation)
    const rule = drawFault(gateway, call, invocation)
    const carryOut = async () => (rule ? strike(rule, work, () => caller?.kill()) : work())
    const isForDatabase = call.action.startsWith('database.')
    const { reply, effort } = await (isForDatabase ? gateway.connections.hold(carryOut) : carryOut())
    if (effort) noteEffort(gateway, call, body, effort)
    return reply
  } catch (error) {
    call.code = error instanceof CloudError ? error.code : 'SYS_ERR'
    throw error
  } finally {
    call.ms = performance.now() - started
    invocation?.answered(call)
  }
}

function startCall(body: Doc, invocation: Invocation | null, request: IncomingMessage): CallTrace {
  const call: CallTrace = { action: String(body.action), depth: 0 }
  if (typeof body.collectionName === 'string') call.collection = body.collectionName
  invocation?.called(call, request.headers['x-local-depth'])
  return call
}

/** What is to become of this call, told in the log when it is not what should. */
function drawFault({ faults, log }: Gateway, call: CallTrace, invocation: Invocation | null) {
  const number = invocation?.trace.calls.length ?? 1
  const by = invocation === null ? {} : { function: invocation.trace.function }
  const rule = faults.draw({ ...call, ...by, number })
  if (rule === null) return null
  call.fault = rule.fault
  const whose = invocation === null ? 'of a tool' : `${number} of ${invocation.trace.function}`
  const text = `${rule.fault}: ${call.action} ${call.collection ?? ''}, call ${whose}`
  log({ source: 'faults', stream: 'stderr', ...(invocation && { requestId: invocation.id }), text })
  return rule
}

function noteEffort({ limits, log }: Gateway, call: CallTrace, body: Doc, effort: Effort) {
  Object.assign(call, effort)
  const query = String(body.query ?? JSON.stringify(body.stages ?? {}))
  const tell = (text: string) => log({ source: 'database', stream: 'stderr', text })
  if (effort.plan === 'scan' && /"\$(near|nearSphere|geoNear)"/.test(query))
    tell(`nearness in ${call.collection} without an index of places, which the platform wants: ${query}`)
  const unbounded = effort.plan === 'scan' || effort.plan.includes('unbounded')
  if (!unbounded || effort.examined <= limits.scannedDocuments) return
  const order = body.order ? ` order ${body.order}` : ''
  tell(`full scan of ${effort.examined} documents in ${call.collection}: ${call.action} ${query}${order}`)
}
