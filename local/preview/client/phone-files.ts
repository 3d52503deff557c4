/** The files of a phone by their path; they last as long as its page. Pictures are found by an address of the browser. */
const files = new Map<string, Blob>()
const addresses = new Map<string, string>()
let made = 0

export function keepFile(path: string, content: Blob): void {
  const old = addresses.get(path)
  if (old !== undefined) URL.revokeObjectURL(old)
  files.set(path, content)
  addresses.set(path, URL.createObjectURL(content))
}

export const fileAt = (path: string): Blob | undefined => files.get(path)

/** Undefined for what is no file of the phone. */
export const addressOfFile = (path: string): string | undefined => addresses.get(path)

export const newTemporaryPath = (kind: string): string => `wxfile://tmp_${++made}.${kind}`
