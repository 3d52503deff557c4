import type { EntryKind } from '../../../core/contract'

/** What the ledger can be filtered by, as the chips above it. */
export const kinds: { key: EntryKind | 'all'; text: string }[] = [
  { key: 'all', text: '全部' },
  { key: 'earn', text: '获得' },
  { key: 'pending', text: '待生效' },
  { key: 'burn', text: '兑换' },
  { key: 'reverse', text: '退回' },
  { key: 'expire', text: '到期' },
  { key: 'tier', text: '等级' },
]
