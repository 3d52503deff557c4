/** Tells the page that rows of the form were added or taken away, as any field tells what was typed in it. */
export const tellRows = (
  component: { triggerEvent(name: string, detail: object): void },
  name: 'thresholds' | 'jubilees' | 'tiers' | 'campaigns' | 'milestones' | 'questions',
  value: readonly object[],
): void => component.triggerEvent('typed', { name, value })

export const without = <T>(rows: readonly T[], index: number): T[] => rows.filter((_, i) => i !== index)
