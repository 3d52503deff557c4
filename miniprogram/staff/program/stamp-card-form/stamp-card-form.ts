import { chipsOf } from '../view-program'
import { yesOrNo } from '../yes-or-no'

/** The card of stamps: whether there is one, how many make it full, what a stamp costs and a full card gives. */
Component({
  properties: {
    form: { type: Object },
    faults: { type: Object },
    /** What a full card may give. */
    rewards: { type: Array, value: [] as { id: string; name: string }[] },
  },
  data: {
    switches: yesOrNo,
    chips: [] as { key: string; text: string }[],
  },
  observers: {
    rewards(rewards: { id: string; name: string }[]) {
      this.setData({ chips: chipsOf(rewards) })
    },
  },
})
