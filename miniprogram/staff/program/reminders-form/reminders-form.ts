/** What members are told of in their inbox, and how often by message at most. */
Component({
  properties: {
    form: { type: Object },
    faults: { type: Object },
  },
  data: {
    switches: [
      { key: 'none', text: '不提醒' },
      { key: 'on', text: '提醒' },
    ],
    affordables: [
      { key: 'never', text: '不说' },
      { key: 'once', text: '每款一次' },
      { key: 'again', text: '每次够了都说' },
    ],
    answers: [
      { key: 'yes', text: '说' },
      { key: 'no', text: '不说' },
    ],
  },
})
