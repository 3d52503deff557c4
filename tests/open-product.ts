import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { AnswerOf, Contract, Procedure, Reply, RequestOf } from '../core/contract'
import { openRestaurant } from '../local/restaurant/open-restaurant'
import { sampleFurniture } from '../local/restaurant/sample'

type Of<N extends keyof Contract, P extends keyof Contract[N]> = Contract[N][P] extends Procedure
  ? Contract[N][P]
  : never

export const CASHIER = 'sample-cashier'
export const MANAGER = 'sample-manager'
export const OWNER = 'sample-owner'

/** The built functions on a local cloud of their own, with the sample restaurant and nobody in it. */
export async function openProduct(logs: string[] = [], furniture = sampleFurniture) {
  const dataDir = mkdtempSync(join(tmpdir(), 'huitouke-product-'))
  const onLog = ({ text }: { text: string }) => logs.push(text)
  const restaurant = await openRestaurant({ dataDir, autoTimers: false, onLog }, furniture)
  const { cloud } = restaurant

  /** Ask as somebody; the platform says who he is. */
  const ask = <N extends keyof Contract, P extends keyof Contract[N] & string>(
    openid: string,
    name: N,
    procedure: P,
    input: RequestOf<Of<N, P>>,
    clock?: Date,
  ) =>
    cloud.invoke(
      name,
      { procedure, input },
      { openid, ...(clock === undefined ? {} : { clock }) },
    ) as Promise<Reply<Of<N, P>>>
  /** The data of an answer that must be yes. */
  const told = async <N extends keyof Contract, P extends keyof Contract[N] & string>(
    ...question: Parameters<typeof ask<N, P>>
  ): Promise<AnswerOf<Of<N, P>>> => {
    const reply = await ask(...question)
    if (!reply.ok) throw new Error(`${question[1]}.${question[2]} answered ${reply.refusal}`)
    return reply.data
  }
  const close = async () => {
    await cloud.close()
    await rm(dataDir, { recursive: true })
  }
  return { ...restaurant, dataDir, ask, told, close }
}

export type Product = Awaited<ReturnType<typeof openProduct>>
