/** The one place where the SDK leaves the process. */
declare module '@cloudbase/node-sdk/dist/utils/tcbdbapirequester.js' {
  export class TcbDBApiHttpRequester {
    config: Record<string, unknown>
    send(action: string, body: Record<string, unknown>): Promise<Record<string, unknown>>
  }
}
