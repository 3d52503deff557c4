/** What a tier pays of a bill as people say it: 9 000 is `9 折`, 9 550 `9.55 折`; nothing where it pays all. */
export function sayDiscount(payBp: number): string {
  return payBp === 10_000 ? '' : `${payBp / 1000} 折`
}

/** What took something off a bill: his birthday, or the tier he had. BDAY-01. */
export const sayDiscountOf = ({
  reason,
  tierName,
  payBp,
}: {
  reason?: 'birthday' | undefined
  tierName: string
  payBp: number
}): string => `${reason === 'birthday' ? '生日' : tierName} ${sayDiscount(payBp)}`
