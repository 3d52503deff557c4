/** What everybody gets: for a yuan, for joining, and for how long. */
Component({
  properties: {
    form: { type: Object },
    faults: { type: Object },
  },
})
