/** One line of what happens in the cloud: a function's output, a slow query, a worker that died. */
export interface LogLine {
  source: string
  stream: 'stdout' | 'stderr'
  requestId?: string
  text: string
}

export type Log = (line: LogLine) => void
