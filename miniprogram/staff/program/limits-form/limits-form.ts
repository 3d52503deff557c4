/** How often one member may claim each reward on a day. RISK-10. */
Component({
  properties: {
    form: { type: Object },
    faults: { type: Object },
  },
})
