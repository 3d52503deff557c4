/** One line of the ledger. Its height is fixed, so that a list of ten thousand can be drawn a page at a time. */
Component({
  properties: {
    /** Made by `presentLine`. */
    line: { type: Object, value: {} as object },
  },
})
