/** One campaign: what it gives, when, where, for whom. */
Component({
  properties: {
    /** Made by `presentOffers`. */
    offer: { type: Object },
  },
})
