import { CloudError } from '../engine/cloud-error'

/** Calls that the database works on at the same time. The platform does not let one more wait: it is refused. */
export class Connections {
  #busy = 0

  constructor(readonly most: number) {}

  async hold<T>(work: () => Promise<T>): Promise<T> {
    if (this.#busy >= this.most)
      throw new CloudError(
        'EXCEED_CONCURRENT_REQUEST_LIMIT',
        `[LimitExceeded.ConcurrentRequests] the database already works on ${this.most} calls`,
      )
    this.#busy++
    try {
      return await work()
    } finally {
      this.#busy--
    }
  }
}
