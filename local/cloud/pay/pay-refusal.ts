/** WeChat Pay says no: a status, a code of its list, and words. */
export class PayRefusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message)
  }
}

export const wrongParameter = (message: string) => new PayRefusal(400, 'PARAM_ERROR', message)
export const invalidRequest = (message: string) => new PayRefusal(400, 'INVALID_REQUEST', message)
