/** So many stamps, in words: `10 枚集杯`. CAMP-09. */
export const sayStamps = (stamps: number): string => `${stamps} 枚集杯`

/** How far a card is: `还差 3 枚`. Stamps beyond a full one are the next one's. */
export function sayCard({ stamps, of }: { stamps: number; of: number }): string {
  if (stamps < of) return `还差 ${of - stamps} 枚`
  return stamps === of ? '集满了' : `集满了，多的 ${stamps - of} 枚算下一张`
}

/** What a bill adds to it, for the cashier to say. */
export const sayStamped = (card: { stamps: number; of: number }): string => `集杯 +1，${sayCard(card)}`
