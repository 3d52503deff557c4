import { addOnce, type Kept, readOne } from './database'

/** The picture of a referral code, as WeChat drew it: a `data:` address below 100 KB. The code never changes, nor does it. */
interface CodeImage {
  _id: string
  image: string
}

export const readCodeImage = async ({ db }: Kept, code: string): Promise<string | null> =>
  (await readOne<CodeImage>(db, 'codeImages', code))?.image ?? null

/** Whoever has the picture shows it; that it could not be kept only means that it is drawn once more. */
export async function keepCodeImage({ db, warn }: Kept, code: string, image: string): Promise<void> {
  try {
    await addOnce(db, 'codeImages', { _id: code, image })
  } catch (error) {
    warn('a code image was not kept', error)
  }
}
