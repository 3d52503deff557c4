import type { Chip } from '../../../components/chip-row/chip-row'
import { command } from '../../../services/command'
import { type Role, viewInvitation } from '../team-view'

const inviteStaff = command('manager', 'inviteStaff')

/** One name, one role, one branch make one invitation. */
Component({
  properties: {
    chips: { type: Array, value: [] as Chip[] },
    /** Those that he who invites may give. */
    roles: { type: Array, value: [] as Chip[] },
  },
  data: {
    name: '',
    role: 'clerk' as Role,
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
