export type Options = Record<string, unknown>
export type Api = (options?: Options) => unknown
type Answer = Record<string, unknown>

/** A refusal that the API reports to the page as WeChat would; any other error is also shown in the console. */
export class Refused extends Error {
  constructor(
    message: string,
    readonly details: Answer = {},
  ) {
    super(message)
  }
}

/**
 * WeChat's calling convention: `success`, `fail` and `complete` when one of them is given, a promise otherwise.
 * The work itself begins at once, so that a page opened by `navigateTo` is there when the call returns.
 */
export function asynchronous(name: string, run: (options: Options) => unknown): Api {
  return (options = {}) => {
    const answer = start(name, run, options)
    const tell = (kind: string, result: Answer) =>
      (options[kind] as ((result: Answer) => void) | undefined)?.(result)
    if (!options.success && !options.fail && !options.complete) return answer
    answer.then(
      (result) => {
        tell('success', result)
        tell('complete', result)
      },
      (result: Answer) => {
        tell('fail', result)
        tell('complete', result)
      },
    )
    return undefined
  }
}

function start(name: string, run: (options: Options) => unknown, options: Options): Promise<Answer> {
  return new Promise<unknown>((resolve) => resolve(run(options))).then(
    (result) => ({ errMsg: `${name}:ok`, ...(result as Answer | undefined) }),
    (error: unknown) => {
      if (!(error instanceof Refused)) console.error(`${name}:`, error)
      throw {
        errMsg: `${name}:fail ${(error as Error).message}`,
        ...(error instanceof Refused ? error.details : {}),
      }
    },
  )
}
