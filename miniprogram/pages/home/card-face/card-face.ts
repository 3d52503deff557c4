import brand from '../../../brand.json'

/** What a member sees: balance, tier, the next goal, what he can have now, what happened last. PAGE-01. */
Component({
  properties: {
    /** Made by `presentCard`. */
    card: { type: Object, value: null as unknown as object },
    /** Why the card may not be the newest: 正在更新, or no network. */
    notice: { type: String, value: '' },
    /** Points have just come: the moment to ask whether WeChat may tell him of the next ones. */
    offer: { type: Boolean, value: false },
  },
  data: { brand },
  methods: {
    noteScan() {
      this.triggerEvent('scanned')
    },
    showRules() {
      this.triggerEvent('rules')
    },
  },
})
