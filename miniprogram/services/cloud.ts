import type { Contract, Procedure, Reply, RequestOf } from '../../core/contract'

type Name = keyof Contract
type Ask<N extends Name, P extends keyof Contract[N]> = Contract[N][P] extends Procedure
  ? Contract[N][P]
  : never

/**
 * Ask a cloud function. The types come from the contract; nothing else does. Every "no" is a
 * named refusal; only a lost connection or a broken platform rejects.
 */
export async function ask<N extends Name, P extends keyof Contract[N] & string>(
  name: N,
  procedure: P,
  input: RequestOf<Ask<N, P>>,
): Promise<Reply<Ask<N, P>>> {
  const { result } = await wx.cloud.callFunction({ name, data: { procedure, input } })
  return result as Reply<Ask<N, P>>
}
