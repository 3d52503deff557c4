/** A reward as it stands on the shelf: picture, name, price, and what there is to say about it. */
Component({
  properties: {
    picture: { type: String, value: '' },
    name: { type: String, value: '' },
    /** Already written: `1,280`. */
    points: { type: String, value: '' },
    /** What it usually costs, and the campaign that makes it cheaper; empty where none does. */
    usual: { type: String, value: '' },
    deal: { type: String, value: '' },
    note: { type: String, value: '' },
    /** `near` is within reach, `gone` is not to be had now. */
    tone: { type: String, value: '' },
  },
})
