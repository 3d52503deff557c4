/** A till's bill number as typed: full-width letters become plain ones. */
export function readBillNo(typed: string): { ok: true; billNo: string } | { ok: false; words: string } {
  const billNo = typed.normalize('NFKC').trim()
  if (billNo === '' || /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/.test(billNo)) return { ok: true, billNo }
  return { ok: false, words: '账单号只含字母、数字和 . _ -，最多 64 位' }
}
