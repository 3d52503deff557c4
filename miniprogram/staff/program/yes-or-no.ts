/** The two chips of what a programme has or has not. */
export const yesOrNo = [
  { key: 'none', text: '没有' },
  { key: 'on', text: '有' },
]
