/** A QR code with its text below, dark on white whatever the brand, so that any scanner reads it. */
Component({
  properties: {
    /** What the QR code holds. */
    qr: { type: String, value: '' },
    /** What people read out, already in groups; nothing for codes that are only scanned. */
    text: { type: String, value: '' },
    /** Used or expired: shown faintly, under a word. */
    spent: { type: String, value: '' },
    label: { type: String, value: '二维码' },
  },
})
