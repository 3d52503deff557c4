import { invalidParam } from '../engine/cloud-error'
import type { Doc } from '../engine/document'

/** The fields of a multipart form, as text unless they were sent as a file. */
export async function parseForm(body: Buffer, contentType: string): Promise<Doc> {
  const fields: Doc = {}
  try {
    const form = await new Response(body, { headers: { 'content-type': contentType } }).formData()
    for (const [name, value] of form)
      fields[name] = typeof value === 'string' ? value : Buffer.from(await value.arrayBuffer())
  } catch (error) {
    throw invalidParam(`malformed form: ${(error as Error).message}`)
  }
  return fields
}
