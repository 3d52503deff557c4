import brand from '../../brand.json'

/** The rules and what is kept about a member, in plain words. */
Component({
  properties: {
    show: { type: Boolean, value: false },
    pointsPerYuan: { type: Number, value: 1 },
  },
  data: { restaurant: brand.name },
  methods: {
    close() {
      this.triggerEvent('close')
    },
  },
})
