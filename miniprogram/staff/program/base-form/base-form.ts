/** What everybody gets: for a yuan, and for joining. */
Component({
  properties: {
    form: { type: Object },
    faults: { type: Object },
  },
})
