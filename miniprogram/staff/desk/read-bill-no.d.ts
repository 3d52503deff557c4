/** A till's bill number as typed: full-width letters become plain ones. */
export declare function readBillNo(typed: string):
  | {
      ok: true
      billNo: string
    }
  | {
      ok: false
      words: string
    }
