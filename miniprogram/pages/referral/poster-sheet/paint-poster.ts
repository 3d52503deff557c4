import brand from '../../../brand.json'
import { type presentPoster, sayWayIn } from './present-poster'

type Canvas = WechatMiniprogram.Canvas
type Pen = ReturnType<typeof penOf>
type Picture = WechatMiniprogram.Image
type Poster = ReturnType<typeof presentPoster>

/** The poster is thought of in these units, and drawn three times as fine, so that it is sharp in the album. */
const WIDE = 300
const HIGH = 420
const FINE = 3

const { colors } = brand
const TITLE = "'Songti SC', 'Noto Serif CJK SC', 'Source Han Serif SC', serif"
const TEXT = "-apple-system, 'PingFang SC', 'Noto Sans CJK SC', sans-serif"
const FIGURES = "'DIN Alternate', 'Avenir Next', 'Roboto', 'Helvetica Neue', sans-serif"

const penOf = (canvas: Canvas) => canvas.getContext('2d')

/** Paints all of it. True when it holds a code that can be scanned. */
export async function paintPoster(canvas: Canvas, poster: Poster): Promise<boolean> {
  const [logo, code] = await Promise.all([load(canvas, brand.logo), load(canvas, poster.image)])
  canvas.width = WIDE * FINE
  canvas.height = HIGH * FINE
  const pen = penOf(canvas)
  pen.scale(FINE, FINE)
  paintGround(pen)
  paintHouse(pen, logo)
  paintWords(pen, poster)
  paintCode(pen, poster, code)
  return code !== null
}

/** Null when there is none, or this phone cannot show it in a canvas. */
function load(canvas: Canvas, address: string | null): Promise<Picture | null> {
  if (address === null) return Promise.resolve(null)
  return new Promise((done) => {
    const picture = canvas.createImage()
    picture.onload = () => done(picture)
    picture.onerror = () => done(null)
    picture.src = address
  })
}

/** The member card's dark soy with its glow, and the rim of a plate seen from above. */
function paintGround(pen: Pen): void {
  const soy = pen.createLinearGradient(0, 0, WIDE, HIGH)
  soy.addColorStop(0, colors.cardFrom)
  soy.addColorStop(1, colors.cardTo)
  pen.fillStyle = soy
  pen.fillRect(0, 0, WIDE, HIGH)
  const glow = pen.createRadialGradient(WIDE, 0, 0, WIDE, 0, 290)
  glow.addColorStop(0, colors.cardGlow)
  glow.addColorStop(1, `${colors.cardGlow}00`)
  pen.fillStyle = glow
  pen.fillRect(0, 0, WIDE, HIGH)
  pen.strokeStyle = `${colors.accent}30`
  pen.lineWidth = 1
  for (const radius of [64, 96, 102, 148]) {
    pen.beginPath()
    pen.arc(WIDE - 8, 100, radius, 0, 2 * Math.PI)
    pen.stroke()
  }
}

/** Whose table it is: the logo, or the first letter of the name, with the name and its slogan. */
function paintHouse(pen: Pen, logo: Picture | null): void {
  const [x, y, size] = [24, 26, 40]
  pen.save()
  round(pen, x, y, size, size, 12)
  pen.clip()
  pen.fillStyle = colors.primary
  pen.fillRect(x, y, size, size)
  if (logo !== null) pen.drawImage(logo, x, y, size, size)
  else write(pen, brand.name.slice(0, 1), [x + size / 2, y + 27], `bold 20px ${TITLE}`, '#fff', 'center')
  pen.restore()
  write(pen, brand.name, [76, 44], `bold 17px ${TITLE}`, colors.onCard)
  write(pen, brand.slogan, [76, 61], `11px ${TEXT}`, `${colors.onCard}c8`)
}

function paintWords(pen: Pen, { from, title }: Poster): void {
  write(pen, from, [24, 112], `13px ${TEXT}`, colors.accent)
  title.forEach((line, at) => {
    write(pen, line, [24, 152 + at * 40], `bold 31px ${TITLE}`, colors.onCard)
  })
}

/** A sheet of paper with the code on it; without an image the letters take its place. */
function paintCode(pen: Pen, { code }: Poster, image: Picture | null): void {
  pen.fillStyle = colors.paper
  round(pen, 20, 232, 260, 164, 18)
  pen.fill()
  const [first = '', second = ''] = sayWayIn(image !== null)
  if (image === null) {
    write(pen, '邀请码', [150, 272], `12px ${TEXT}`, colors.inkSoft, 'center')
    write(pen, code.join(' '), [150, 322], `bold 36px ${FIGURES}`, colors.primary, 'center')
    write(pen, `${first}「${second}」`, [150, 362], `12px ${TEXT}`, colors.inkSoft, 'center')
    return
  }
  pen.save()
  round(pen, 32, 244, 140, 140, 12)
  pen.clip()
  pen.drawImage(image, 32, 244, 140, 140)
  pen.restore()
  write(pen, '邀请码', [188, 268], `11px ${TEXT}`, colors.inkSoft)
  code.forEach((group, at) => {
    write(pen, group, [188, 296 + at * 27], `bold 25px ${FIGURES}`, colors.primary)
  })
  write(pen, first, [188, 358], `12px ${TEXT}`, colors.ink)
  write(pen, second, [188, 375], `12px ${TEXT}`, colors.inkSoft)
}

/** One line from its left end, or around its middle. A long one is set narrower rather than cut off. */
function write(
  pen: Pen,
  words: string,
  [x, y]: readonly [number, number],
  font: string,
  colour: string,
  align: 'left' | 'center' = 'left',
): void {
  pen.font = font
  pen.fillStyle = colour
  pen.textAlign = align
  pen.fillText(words, x, y, align === 'left' ? WIDE - 20 - x : WIDE - 60)
}

/** Older phones know no `roundRect`. */
function round(pen: Pen, x: number, y: number, width: number, height: number, radius: number): void {
  pen.beginPath()
  pen.moveTo(x + radius, y)
  pen.arcTo(x + width, y, x + width, y + height, radius)
  pen.arcTo(x + width, y + height, x, y + height, radius)
  pen.arcTo(x, y + height, x, y, radius)
  pen.arcTo(x, y, x + width, y, radius)
  pen.closePath()
}
