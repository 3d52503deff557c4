import type { Phone } from '../../local/phones/hold-phone'

/** She keeps what she has written and publishes it, having read what changes. */
export async function publish(manager: Phone, change: string): Promise<void> {
  await manager.tap('save-draft')
  await manager.sees('draft', '刚刚存好')
  await manager.tap('publish')
  await manager.sees('program-change', change)
  await manager.tap('confirm-publish')
  await manager.confirm()
  await manager.hears('已发布')
}
