/** Why nobody knows what a code at the counter is for, in order of precedence. F9. */
export const UNKNOWN_CODE = ['CODE_NOT_UNDERSTOOD', 'CODE_FROM_ANOTHER_RESTAURANT', 'CODE_NOT_FOUND'] as const

/** Why a code cannot be used here and now, or made void, in order of precedence. I6. */
export const UNUSABLE_CODE = [
  'TOO_MANY_ATTEMPTS',
  ...UNKNOWN_CODE,
  'CODE_OF_ANOTHER_BRANCH',
  'CODE_USED',
  'CODE_VOID',
  'CODE_EXPIRED',
] as const
