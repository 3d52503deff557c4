import { join } from 'node:path'
import type { CloudbaseConfig } from '../cloudbaserc'
import type { Doc } from '../engine/document'
import type { FunctionHost } from '../functions/function-host'
import type { Log } from '../log-line'
import { CodeImages } from './code-images'
import { ContentChecks } from './content-check'
import { Messages } from './messages'
import { PhoneCodes } from './phone-codes'

export interface PushSettings {
  host: FunctionHost
  config: CloudbaseConfig
  log: Log
}

/** WeChat's side of everything: what people allowed, codes that were given out, what was judged. */
export function startWechat(dataDir: string, settings: PushSettings) {
  return {
    messages: new Messages(join(dataDir, 'wechat-allowed.json')),
    phoneCodes: new PhoneCodes(),
    codeImages: new CodeImages(),
    contentChecks: new ContentChecks(),
    push: (event: string, about: Doc) => push(settings, event, about),
  }
}

/** Message push: the event goes to each function whose `pushes` name it, and nobody waits for what it answers. */
function push({ host, config, log }: PushSettings, event: string, about: Doc) {
  for (const { name, pushes = [] } of config.functions) {
    if (!pushes.includes(event)) continue
    host
      .invoke(name, JSON.stringify(about), { trigger: 'push' })
      .catch((error: Error) => log({ source: name, stream: 'stderr', text: error.message }))
  }
}
