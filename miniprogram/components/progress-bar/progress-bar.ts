/** How far it is to a goal. `bp` are basis points: 6200 is 62 %. */
Component({
  properties: {
    bp: { type: Number, value: 0 },
    /** What is measured, for those who listen to the screen. */
    label: { type: String, value: '' },
    /** On the dark card. */
    dark: { type: Boolean, value: false },
  },
  data: { percent: 0 },
  observers: {
    bp(bp: number) {
      this.setData({ percent: percentOf(bp) })
    },
  },
})

/** Something begun is always visible, something unfinished never looks full. */
function percentOf(bp: number): number {
  if (bp >= 10_000) return 100
  return bp > 0 && bp < 300 ? 3 : Math.floor(bp / 100)
}
