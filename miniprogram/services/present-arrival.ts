import { formatPoints } from './format-points'
import type { Line } from './present-line'

/** What to celebrate among new lines, if anything: points that came, never points that went. */
export function presentArrival(lines: Line[]) {
  const earned = lines.filter((line) => line.delta > 0)
  const [latest] = earned
  if (!latest) return null
  const sum = earned.reduce((total, line) => total + line.delta, 0)
  const upgrade = lines.map((line) => line.entry).find((entry) => entry.type === 'TierChanged')
  const bill = latest.entry.type === 'BillSettled' ? latest.entry : null
  return {
    title: upgrade ? `恭喜成为${upgrade.toName}` : '积分到账',
    figure: `+${formatPoints(sum)}`,
    note: bill ? `谢谢光临${bill.branchName}${bill.stamp ? '，集杯 +1' : ''}` : '',
  }
}
