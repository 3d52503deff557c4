/** Why it is this many points: each step of the sum in plain words, with the running result. */
Component({
  properties: {
    /** Made by `presentSteps`. */
    steps: { type: Array, value: [] as object[] },
    total: { type: String, value: '' },
  },
})
