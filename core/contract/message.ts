import * as z from 'zod'

/** What diners can be told by message. WeChat asks about three at once at most. */
export const DinerTemplate = z.enum(['arrival', 'expiring', 'news'])
export type DinerTemplate = z.infer<typeof DinerTemplate>

/** What managers can. */
export const ManagerTemplate = z.enum(['alarm'])

/** The templates of subscribe messages (订阅消息), by our own names. */
export type TemplateName = z.infer<typeof ManagerTemplate> | DinerTemplate

/** A template as a phone asks WeChat about it, and how many messages of it are still allowed. */
export const Allowance = z.object({ template: DinerTemplate, templateId: z.string(), left: z.int() })
