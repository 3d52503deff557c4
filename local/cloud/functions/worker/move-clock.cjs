// Loaded before anything else in a function process: `Date` tells the cloud's time. Timers, `performance.now` and
// everything else that measures durations stay as they are.
const MachineDate = Date
const reading = { offsetMs: 0, frozenAt: null }
const now = () => reading.frozenAt ?? MachineDate.now() + reading.offsetMs

function CloudDate(...parts) {
  if (!new.target) return new MachineDate(now()).toString()
  return Reflect.construct(MachineDate, parts.length === 0 ? [now()] : parts, new.target)
}

for (const name of ['prototype', 'parse', 'UTC'])
  Object.defineProperty(CloudDate, name, { value: MachineDate[name], writable: name !== 'prototype' })
Object.defineProperty(CloudDate, 'now', { value: now, writable: true, configurable: true })
Object.defineProperty(CloudDate, 'name', { value: 'Date' })
Object.defineProperty(CloudDate, 'length', { value: 7 })
Object.defineProperty(MachineDate.prototype, 'constructor', { value: CloudDate })
globalThis.Date = CloudDate

module.exports = {
  setClock({ offsetMs, frozenAt }) {
    reading.offsetMs = offsetMs
    reading.frozenAt = frozenAt
  },
}
