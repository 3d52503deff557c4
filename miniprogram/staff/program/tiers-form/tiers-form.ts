import type { Form } from '../form'
import { tellRows, without } from '../tell-rows'
import { addTier } from '../tier-form'

/** The tiers, from the first that everybody has upwards. */
Component({
  properties: {
    form: { type: Object },
    faults: { type: Object },
  },
  methods: {
    add() {
      tellRows(this, 'tiers', addTier((this.properties.form as Form).tiers))
    },
    remove({ currentTarget }: WechatMiniprogram.TouchEvent) {
      const { tiers } = this.properties.form as Form
      tellRows(this, 'tiers', without(tiers, Number(currentTarget.dataset.index)))
    },
  },
})
