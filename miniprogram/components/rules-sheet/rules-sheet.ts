import brand from '../../brand.json'

/** The rules and what is kept about a member, in plain words. */
Component({
  properties: {
    show: { type: Boolean, value: false },
    /** The programme in one sentence. */
    rules: { type: String, value: '' },
  },
  data: { restaurant: brand.name },
  methods: {
    close() {
      this.triggerEvent('close')
    },
  },
})
