/** A failure the caller is told about by CloudBase's code; every other error is a bug and surfaces as SYS_ERR. */
export class CloudError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message)
  }
}

export const requestFailed = (message: string) =>
  new CloudError('DATABASE_REQUEST_FAILED', `[FailedOperation] ${message}`)

export const invalidParam = (message: string) => new CloudError('INVALID_PARAM', message)

export const collectionMissing = (name: string) =>
  new CloudError(
    'DATABASE_COLLECTION_NOT_EXIST',
    `[ResourceNotFound] Db or Table not exist: ${name}. Please check your request, but if the problem cannot be solved, contact us.`,
  )

export const transactionConflict = () =>
  new CloudError(
    'DATABASE_TRANSACTION_CONFLICT',
    '[ResourceUnavailable.TransactionConflict] Transaction is conflict, maybe resource operated by others. Please check your request, but if the problem persists, contact us.',
  )

export const transactionGone = () =>
  new CloudError(
    'DATABASE_TRANSACTION_FAIL',
    '[ResourceUnavailable.TransactionNotExist] Transaction does not exist on the server, transaction must be commit or abort in 30 seconds. Please check your request, but if the problem persists, contact us.',
  )

/** The cloud has been seen to answer a duplicate key in both forms; a caller must understand either. */
export const duplicateForms = ['DATABASE_REQUEST_FAILED', 'DATABASE_DUPLICATE_WRITE'] as const
export type DuplicateForm = (typeof duplicateForms)[number]

export function duplicateKey(form: DuplicateForm, collection: string, index: string, fields: string) {
  const cause = `E11000 duplicate key error collection: ${collection} index: ${index} dup key: ${fields}`
  return new CloudError(
    form,
    `[FailedOperation.DuplicateWrite] multiple write errors: [{write errors: [{${cause}}]}, {<nil>}]`,
  )
}
