/** What makes the unmodified SDK talk to this cloud; without `RUNENV=SCF` it looks for a metadata server first. */
export const sdkEnvironment = (envId: string, gatewayUrl: string): Record<string, string> => ({
  TENCENTCLOUD_RUNENV: 'SCF',
  TENCENTCLOUD_REGION: 'ap-shanghai',
  SCF_NAMESPACE: envId,
  TCB_ENV: envId,
  TCB_CONTEXT_CNFG: JSON.stringify({ URL: gatewayUrl }),
  SILENCE: 'true',
})
