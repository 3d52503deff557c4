/** What stands in the amount field after a key of the pad: digits, `.` or `del`. */
export declare function pressKey(typed: string, key: string): string
