export type OpenPage = (openType: string, target: { url: string; delta: number }) => void

/** Elements are defined before there is a router; it is put here once it exists. */
let open: OpenPage = () => {
  throw new Error('a link was tapped before there was a page')
}

export const openPage: OpenPage = (openType, target) => open(openType, target)

export function setRouter(router: OpenPage): void {
  open = router
}
