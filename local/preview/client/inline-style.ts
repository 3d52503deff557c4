/** The units of WXSS inside a `style` attribute; style sheets are translated by the build in the same way. */
export function adaptInlineStyle(style: string): string {
  return String(style)
    .replace(/(-?\d*\.?\d+)rpx\b/g, (_whole, amount: string) => `${+(Number(amount) / 7.5).toFixed(5)}vw`)
    .replace(/(-?\d*\.?\d+)vh\b/g, 'calc(var(--vh) * $1)')
    .replace(/(?:env|constant)\(safe-area-inset-(\w+)\)/g, 'var(--safe-$1)')
}
