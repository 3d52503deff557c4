import { type Doc, isPlain } from '../engine/document'
import { drawQr } from './draw-qr'
import { type Colour, writePng } from './write-png'

/** What a code image of a mini-program leads to: a page, and what it was told. */
export interface CodeImage {
  at: string
  /** The page with its query, as the mini-program is opened with it. */
  path: string
  png: Buffer
}

/** What WeChat says instead of an image. */
export interface CodeRefusal {
  errCode: number
  errMsg: string
}

/** The text in the code: WeChat's camera, played by the preview and the console, opens the page that it names. */
const PREFIX = 'weixin://wxacode/'

const SCENE = /^[\w!#$&'()*+,/:;=?@\-.~]{1,32}$/
const PAGE = /^[\w-]+(\/[\w-]+)*$/
const QUIET = 4
const refused = (errCode: number, errMsg: string): CodeRefusal => ({ errCode, errMsg })

/** `wxacode.getUnlimited`: any number of images, each with a scene of at most 32 characters. */
export function makeUnlimitedCode(given: Doc, now: number): CodeImage | CodeRefusal {
  const { scene, page } = given
  if (typeof scene !== 'string' || !SCENE.test(scene)) return refused(40129, 'invalid scene')
  if (page !== undefined && (typeof page !== 'string' || !PAGE.test(page)))
    return refused(41030, 'invalid page')
  return draw(`${page ?? ''}?scene=${encodeURIComponent(scene)}`, given, now)
}

/** `wxacode.get` and `wxacode.createQRCode`: a path with its own query. WeChat gives few of these; here they are not counted. */
export function makePathCode(given: Doc, now: number): CodeImage | CodeRefusal {
  const { path } = given
  if (typeof path !== 'string' || path === '' || Buffer.byteLength(path) > 128)
    return refused(40159, 'invalid length for path')
  return draw(path, given, now)
}

function draw(path: string, given: Doc, now: number): CodeImage | CodeRefusal {
  const { width = 430 } = given
  if (!Number.isInteger(width) || (width as number) < 280 || (width as number) > 1280)
    return refused(40097, 'invalid args: width')
  const ink = readColour(given.line_color ?? given.lineColor)
  if (ink === null) return refused(40097, 'invalid args: line_color')
  const hyaline = (given.is_hyaline ?? given.isHyaline) === true
  const squares = drawQr(PREFIX + path)
  const size = width as number
  const cell = Math.floor(size / (squares.length + 2 * QUIET))
  const margin = Math.floor((size - cell * squares.length) / 2)
  const at = (pixel: number) => Math.floor((pixel - margin) / cell)
  const isInk = (x: number, y: number) => squares[at(y)]?.[at(x)] === true
  const png = writePng(size, isInk, ink, hyaline ? null : [255, 255, 255])
  return { at: new Date(now).toISOString(), path, png }
}

/** WeChat takes the three parts as texts or numbers. */
function readColour(given: unknown): Colour | null {
  if (given === undefined) return [0, 0, 0]
  if (!isPlain(given)) return null
  const parts = [given.r, given.g, given.b].map(Number)
  return parts.every((part) => Number.isInteger(part) && part >= 0 && part < 256)
    ? (parts as unknown as Colour)
    : null
}
