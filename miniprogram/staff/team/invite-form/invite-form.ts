import type { Chip } from '../../../components/chip-row/chip-row'
import { command } from '../../../services/command'
import { roleNames, viewInvitation } from '../team-view'

const inviteStaff = command('manager', 'inviteStaff')

type Role = keyof typeof roleNames

/** One name, one role, one branch make one invitation. */
Component({
  properties: { chips: { type: Array, value: [] as Chip[] } },
  data: {
    roles: Object.entries(roleNames).map(([key, text]) => ({ key, text })),
    name: '',
    role: 'cashier' as Role,
    branch: '',
    words: '',
    busy: false,
  },
  observers: {
    chips(chips: Chip[]) {
      if (this.data.branch === '' && chips[0]) this.setData({ branch: chips[0].key })
    },
  },
  methods: {
    inputName({ detail }: WechatMiniprogram.Input) {
      this.setData({ name: detail.value, words: '' })
    },
    chooseRole({ detail }: WechatMiniprogram.CustomEvent<{ key: Role }>) {
      this.setData({ role: detail.key })
    },
    chooseBranch({ detail }: WechatMiniprogram.CustomEvent<{ key: string }>) {
      this.setData({ branch: detail.key })
    },
    async submit() {
      const { role, branch, busy } = this.data
      const name = this.data.name.trim()
      if (busy) return
      if (name === '') return this.setData({ words: '请填写同事的名字' })
      this.setData({ busy: true, words: '' })
      const outcome = await inviteStaff({ name, role, branch })
      this.setData({ busy: false })
      if (!outcome.ok) return this.setData({ words: outcome.words })
      this.setData({ name: '' })
      this.triggerEvent('invited', viewInvitation(outcome.data.invitation))
    },
  },
})
