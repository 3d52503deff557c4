export interface Limits {
  /** Processes of one function at the same time; one more call is refused. */
  functionConcurrency: number
  /** Calls that the database works on at the same time; one more is refused. */
  databaseConnections: number
  /** What a call and its result may carry, and what a request to the database may. */
  eventBytes: number
  /** All variables that a function is given by its configuration. */
  environmentBytes: number
  documentBytes: number
  /** A transaction that is neither committed nor aborted by then is given up. */
  transactionMs: number
  /** One file in the storage. */
  fileBytes: number
  /** How long a request may take to arrive. */
  requestMs: number
  /** An idle process is given up after this time. */
  idleMs: number
  /** A scan over more documents than this is told in the log. */
  scannedDocuments: number
  /** Traces kept. */
  traces: number
}

export const platformLimits: Limits = {
  functionConcurrency: 20,
  databaseConnections: 20,
  eventBytes: 6 * 1024 * 1024,
  environmentBytes: 4096,
  documentBytes: 512 * 1024,
  transactionMs: 30_000,
  fileBytes: 50 * 1024 * 1024,
  requestMs: 30_000,
  idleMs: 300_000,
  scannedDocuments: 1000,
  traces: 1000,
}
