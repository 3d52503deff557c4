import brand from '../../brand.json'
import { layStamps } from './lay-stamps'

/** The places of a card, those with a stamp first; the last is where the gift is. CAMP-09. */
Component({
  properties: {
    stamps: { type: Number, value: 0 },
    of: { type: Number, value: 0 },
  },
  data: { brand, places: [] as ReturnType<typeof layStamps>['places'], width: '' },
  observers: {
    'stamps, of'(stamps: number, of: number) {
      this.setData(layStamps(stamps, of))
    },
  },
})
