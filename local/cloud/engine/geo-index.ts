import { CollectionIndex, type IndexDefinition } from './collection-index'
import type { Doc } from './document'
import { type Cap, capOf } from './geo/cap'
import { cellAt, cellsOf } from './geo/cells'
import type { Geometry } from './geo/geometry'
import { geometriesAt } from './query/places'
import type { Row } from './row'

/** Cells of one geometry, and of what a question is about: fewer find more that is not meant, more cost more to look up. */
const CELLS_OF_GEOMETRY = 8
const CELLS_OF_QUESTION = 32

/** Stands behind the name of a cell; sorts before every digit and every key of a row. */
const END = ' '
const AFTER_END = '!'
const AFTER_DIGITS = '8'

/**
 * An index of kind 2dsphere: each geometry stands under the cells that hold it. A geometry and a question that meet
 * have cells of which one holds the other.
 */
export class GeoIndex extends CollectionIndex {
  readonly field: string

  constructor(definition: IndexDefinition, all: () => Iterable<Row>) {
    super(definition, all)
    this.field = definition.fields[0] as string
    this.multikey = true
  }

  /** Refuses a value that is no place, as the database does where there is such an index. */
  override keysOf(doc: Doc): string[] {
    const cells = geometriesAt(doc, this.field).flatMap(cellsOfGeometry)
    return [...new Set(cells)].map((cell) => cell + END)
  }
}

function cellsOfGeometry(geometry: Geometry): string[] {
  const { spots, lines, areas } = geometry
  if (lines.length === 0 && areas.length === 0) return spots.map(cellAt)
  return cellsOf(capOf(geometry), CELLS_OF_GEOMETRY)
}

/** Where everything stands that may meet a cap: below its cells, and in each cell that holds one of them. */
export function rangesOf(cap: Cap): [from: string, to: string][] {
  const cells = cellsOf(cap, CELLS_OF_QUESTION)
  const above = new Set(
    cells.flatMap((cell) => Array.from({ length: cell.length }, (_, end) => cell.slice(0, end))),
  )
  return [
    ...cells.map((cell): [string, string] => [cell, cell + AFTER_DIGITS]),
    ...[...above].map((cell): [string, string] => [cell + END, cell + AFTER_END]),
  ]
}

/** What such an index can do for a question about the nearest places of a field. */
export const isOfPlaces = (index: CollectionIndex, field: string): index is GeoIndex =>
  index instanceof GeoIndex && index.field === field
