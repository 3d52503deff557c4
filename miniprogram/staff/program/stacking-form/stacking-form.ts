/** How several multipliers of one bill go together, and where they end. */
Component({
  properties: {
    form: { type: Object },
    faults: { type: Object },
  },
  data: {
    ways: [
      { key: 'multiply', text: '相乘' },
      { key: 'max', text: '取最高' },
      { key: 'add', text: '加成相加' },
    ],
    additions: [
      { key: 'plain', text: '不加倍' },
      { key: 'multiplied', text: '也加倍' },
    ],
  },
})
