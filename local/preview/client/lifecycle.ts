/** What a page, a component or the app may have of methods that WeChat calls. */
export type Callee = Record<string, unknown>

/** Calls a lifecycle or event method if there is one. Its error is shown and does not stop the host, as on a phone. */
export function call(callee: Callee | undefined, name: string, ...values: unknown[]): unknown {
  const method = callee?.[name]
  if (typeof method !== 'function') return undefined
  try {
    return method.apply(callee, values)
  } catch (error) {
    console.error(`${name}:`, error)
    return undefined
  }
}
