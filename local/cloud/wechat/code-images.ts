import type { CodeImage } from './code-image'

const KEPT = 100

/** The code images that were made, oldest first. They can be made again, so a restart may forget them. */
export class CodeImages {
  #made: CodeImage[] = []
  #forgotten = 0

  add(image: CodeImage) {
    this.#made.push(image)
    if (this.#made.length <= KEPT) return
    this.#made.shift()
    this.#forgotten++
  }

  /** Each with the number by which its picture is found. */
  list(): { id: number; at: string; path: string }[] {
    return this.#made.map(({ at, path }, index) => ({ id: this.#forgotten + index, at, path }))
  }

  picture(id: number): Buffer | undefined {
    return this.#made[id - this.#forgotten]?.png
  }
}
