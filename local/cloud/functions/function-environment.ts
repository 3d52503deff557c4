import type { CloudbaseConfig, FunctionConfig } from '../cloudbaserc'
import type { Limits } from '../limits'
import { sdkEnvironment } from '../sdk-environment'

export interface EnvironmentSettings {
  config: CloudbaseConfig
  /** What every function is given, above what its configuration says. */
  environment: Record<string, string>
  limits: Limits
  origin: () => string
}

/** The environment a process of a function starts with. */
export const functionEnvironment = (
  { envVariables }: FunctionConfig,
  { config, environment, origin }: EnvironmentSettings,
): Record<string, string> => ({
  PATH: process.env.PATH ?? '',
  TZ: 'UTC',
  ...envVariables,
  ...environment,
  ...sdkEnvironment(config.envId, `${origin()}/admin`),
})

/** What the platform would refuse when the function is uploaded is refused when the cloud starts. */
export function checkEnvironment(
  { name, envVariables }: FunctionConfig,
  { environment, limits }: EnvironmentSettings,
) {
  const bytes = Buffer.byteLength(JSON.stringify({ ...envVariables, ...environment }))
  if (bytes > limits.environmentBytes)
    throw new Error(
      `the variables of ${name} take ${bytes} bytes, ${limits.environmentBytes} at most are allowed`,
    )
}
