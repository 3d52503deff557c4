import type { State } from '../../components/state-view/state-view'
import { ask } from '../../services/cloud'
import { formatTable } from '../../services/format-table'
import { load } from '../../services/load'
import { watch } from '../../services/watch'
import { type InvitationView, viewTeam } from './team-view'

type View = ReturnType<typeof viewTeam>

/** While an invitation is shown, somebody is about to accept it. */
const LOOK = { every: 2500, during: 10 * 60 * 1000 }

let stopWatching: (() => void) | undefined

/** The manager's page: who works here, who is invited, and the codes on the tables. */
Component({
  data: {
    state: 'loading' as State,
    words: '',
    branches: [] as View['branches'],
    chips: [] as View['chips'],
    roles: [] as View['roles'],
    colleagues: [] as View['colleagues'],
    invitations: [] as View['invitations'],
    /** Alarms and proposals that wait. */
    waiting: 0,
    reviews: 0,
    branch: '',
    tables: [] as string[],
    /** Which sheet is open: `form`, `invitation`, `table` or none. */
    sheet: '',
    invitation: null as InvitationView | null,
    accepted: false,
    table: '',
    tableName: '',
    bones: [1, 2, 3, 4],
  },
  pageLifetimes: {
    show() {
      this.load()
    },
    hide() {
      stopWatching?.()
    },
  },
  lifetimes: {
    detached() {
      stopWatching?.()
    },
  },
  methods: {
    async load() {
      const team = await load(this, (slow) => ask('manager', 'team', {}, slow), { FORBIDDEN: 'gate' })
      if (team) this.show(viewTeam(team))
    },
    /** Whether the invitation is accepted yet. A look that fails says nothing. */
    async look() {
      const outcome = await ask('manager', 'team', {})
      if (outcome.ok) this.show(viewTeam(outcome.data))
      return this.data.accepted
    },
    show(team: View) {
      const { invitation, branch } = this.data
      const open = team.invitations.some(({ code }) => code === invitation?.code)
      this.setData({ ...team, state: 'ready', accepted: invitation !== null && !open })
      this.openBranch(branch || (team.branches[0]?.id ?? ''))
    },
    openBranch(branch: string) {
      const tables = this.data.branches.find(({ id }) => id === branch)?.tables ?? []
      this.setData({ branch, tables })
    },
    chooseBranch({ detail }: WechatMiniprogram.CustomEvent<{ key: string }>) {
      this.openBranch(detail.key)
    },
    invite() {
      this.setData({ sheet: 'form' })
    },
    invited({ detail }: WechatMiniprogram.CustomEvent<InvitationView>) {
      this.showInvitation(detail)
    },
    openInvitation({ currentTarget }: WechatMiniprogram.TouchEvent) {
      const invitation = this.data.invitations[Number(currentTarget.dataset.index)]
      if (invitation) this.showInvitation(invitation)
    },
    showInvitation(invitation: InvitationView) {
      this.setData({ sheet: 'invitation', invitation, accepted: false })
      stopWatching?.()
      stopWatching = watch(LOOK, () => this.look())
    },
    openPage({ currentTarget }: WechatMiniprogram.TouchEvent) {
      return wx.navigateTo({ url: String(currentTarget.dataset.page) })
    },
    openTable({ currentTarget }: WechatMiniprogram.TouchEvent) {
      const table = String(currentTarget.dataset.table)
      this.setData({ sheet: 'table', table, tableName: formatTable(table) })
    },
    closeSheet() {
      stopWatching?.()
      this.setData({ sheet: '' })
      return this.load()
    },
    async revoke({ currentTarget }: WechatMiniprogram.TouchEvent) {
      const { staff, name } = currentTarget.dataset as { staff: string; name: string }
      const content = '他的手机会立刻不能再收银和核销，已经办好的业务不受影响。'
      const { confirm } = await wx.showModal({
        title: `移除${name}？`,
        content,
        confirmText: '移除',
        confirmColor: '#b3261e',
      })
      if (!confirm) return
      const outcome = await ask('manager', 'revokeStaff', { staff })
      await wx.showToast({ title: outcome.ok ? `已移除${name}` : outcome.words, icon: 'none' })
      await this.load()
    },
  },
})
