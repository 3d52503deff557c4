import * as z from 'zod'

/** The templates of subscribe messages (订阅消息), by our own names. */
export const TemplateName = z.enum(['alarm'])
export type TemplateName = z.infer<typeof TemplateName>
