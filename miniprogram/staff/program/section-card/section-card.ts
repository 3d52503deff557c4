/** A part of the programme, with what the linter says of it. */
Component({
  properties: {
    title: { type: String, value: '' },
    note: { type: String, value: '' },
    remarks: { type: Array, value: [] as object[] },
  },
})
