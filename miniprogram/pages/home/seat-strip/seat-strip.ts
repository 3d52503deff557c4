import { ask } from '../../../services/cloud'
import { formatTable } from '../../../services/format-table'
import {
  enter,
  type Place,
  rememberPlace,
  returnScan,
  takeScan,
  whereSeated,
} from '../../../services/session'
import { scanTable } from '../scan-table'

/** Where the guest sits. Tells the server once for each scan, so that the cashier finds him there. POS-02. */
Component({
  data: { place: '', words: '' },
  lifetimes: {
    attached() {
      void this.tell()
    },
  },
  pageLifetimes: {
    show() {
      void this.tell()
    },
  },
  methods: {
    async tell() {
      const scan = takeScan()
      const known = whereSeated()
      if (scan.kind === 'none' && known) this.setData({ place: callPlace(known) })
      if (scan.kind === 'malformed') this.setData({ words: scan.words, place: '' })
      if (scan.kind !== 'seat') return
      const outcome = await ask('member', 'sit', scan.seat)
      if (outcome.ok) {
        rememberPlace(outcome.data)
        this.setData({ place: callPlace(outcome.data), words: '' })
      } else {
        if (outcome.refusal === 'OFFLINE') returnScan(scan)
        this.setData({ words: outcome.words, place: '' })
      }
    },
    async scan() {
      const query = await scanTable()
      if (!query) return
      enter({ query })
      await this.tell()
      this.triggerEvent('scanned')
    },
  },
})

const callPlace = ({ branchName, table }: Place) => `${branchName} · ${formatTable(table)}`
