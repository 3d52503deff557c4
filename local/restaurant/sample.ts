import type { StaffRole } from '../../core/contract'
import { recommended } from '../../core/domain/presets/recommended'
import brand from '../../miniprogram/brand.json'
import type { Cast } from '../console/cast'
import type { Furniture } from './furnish'

/** The restaurant a newcomer finds: two branches, a clerk, a manager, the owner. */
const branches = [
  { id: 'jingan', name: '静安店', tables: ['1', '2', '3', '5', '6', '8', 'A1', 'A2', '包间1'] },
  { id: 'xuhui', name: '徐汇店', tables: ['1', '2', '3', '5', '6', '8'] },
]

const person = (openid: string, name: string, role: StaffRole, note: string) => ({
  openid,
  name,
  role,
  branch: 'jingan',
  note,
})
const cashier = person('sample-cashier', '小李', 'clerk', '静安店')
const manager = person('sample-manager', '王店长', 'manager', '静安店')
const owner = person('sample-owner', '陈老板', 'admin', '老板 · 两家店都管')

export const sampleFurniture: Furniture = { program: recommended, branches, staff: [cashier, manager, owner] }

/** A bill in the past: how many days ago, at which hour, how many fen. */
type PastBill = [daysAgo: number, hour: number, amountFen: number]

export interface SampleDiner {
  openid: string
  name: string
  note: string
  joinedDaysAgo: number
  /** Month of birth: this month, or another. */
  birthday: 'thisMonth' | string
  bills: PastBill[]
}

export const sampleDiners: SampleDiner[] = [
  {
    openid: 'sample-lin',
    name: '林小满',
    note: '金卡 · 常客',
    joinedDaysAgo: 200,
    birthday: '03-14',
    bills: [
      [198, 12, 16800],
      [150, 19, 32600],
      [121, 19, 28900],
      [77, 18, 41200],
      [30, 12, 8800],
      [9, 20, 23450],
    ],
  },
  {
    openid: 'sample-zhou',
    name: '周以安',
    note: '本月生日',
    joinedDaysAgo: 40,
    birthday: 'thisMonth',
    bills: [[38, 18, 12600]],
  },
  {
    openid: 'sample-chen',
    name: '陈默',
    note: '积分快到期',
    joinedDaysAgo: 358,
    birthday: '11-02',
    bills: [
      [355, 19, 45600],
      [90, 12, 6600],
    ],
  },
]

/** Who is on the phones. */
export const sampleCast: Omit<Cast, 'branches'> = {
  restaurant: { name: brand.name },
  diners: sampleDiners.map(({ openid, name, note }) => ({ openid, name, note })),
  cashier,
  manager,
  owner,
}
