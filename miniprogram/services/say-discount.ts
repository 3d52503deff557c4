/** What a tier pays of a bill as people say it: 9 000 is `9 折`, 9 550 `9.55 折`; nothing where it pays all. */
export function sayDiscount(payBp: number): string {
  return payBp === 10_000 ? '' : `${payBp / 1000} 折`
}
