import { askServer, attempt } from './ask-server'
import { make, makeButton } from './make-element'

const HOUR = 3_600_000
const steps = [
  { label: '+1 小时', move: (now: number) => now + HOUR },
  { label: '+1 天', move: (now: number) => now + 24 * HOUR },
  { label: '+30 天', move: (now: number) => now + 30 * 24 * HOUR },
  { label: '+1 年', move: addYear },
]

/** How far the cloud's clock is from this computer's. Undefined until it was asked. */
let ahead: number | undefined

const cloudNow = () => Date.now() + (ahead ?? 0)

/** Shanghai has had no summer time since 1991, so its clock is eight hours ahead, always. */
const inShanghai = (now: number) => new Date(now + 8 * HOUR).toISOString()

function addYear(now: number): number {
  const day = new Date(now)
  day.setUTCFullYear(day.getUTCFullYear() + 1)
  return day.getTime()
}

/** The cloud's clock and the buttons that move it. Everything in the cloud lives by it. */
export function buildClock(): HTMLElement {
  const picker = make('input', 'clock-input', { type: 'datetime-local', 'aria-label': '把时钟拨到' })
  picker.addEventListener('change', () => {
    if (picker.value) attempt(() => setClock(Date.parse(`${picker.value}:00+08:00`)))
  })
  const buttons = steps.map(({ label, move }) =>
    makeButton('chip', label, () => attempt(() => setClock(move(cloudNow())))),
  )
  const back = makeButton('chip quiet', '回到现在', () => attempt(() => setClock(null)))
  const jobs = makeButton('chip quiet', '夜间任务', () => attempt(() => runJobs(jobs)))
  jobs.title = '到期提醒、清扫与对账，平时每晚自动运行'
  const face = make(
    'p',
    'clock-face',
    {},
    make('span', 'clock-day', { 'data-clock': 'day' }),
    make('b', '', { 'data-clock': 'time' }),
  )
  attempt(readClock)
  setInterval(() => showClock(picker), 1000)
  return make(
    'section',
    'card clock',
    { 'aria-label': '时钟' },
    face,
    make('div', 'chips', {}, ...buttons, back, jobs),
    picker,
  )
}

async function readClock(): Promise<void> {
  const { now } = await askServer<{ now: string }>('/local/clock')
  ahead = Date.parse(now) - Date.now()
}

async function setClock(now: number | null): Promise<void> {
  await askServer('/local/clock', 'PUT', { now: now === null ? null : new Date(now).toISOString() })
  await readClock()
}

async function runJobs(button: HTMLButtonElement): Promise<void> {
  button.disabled = true
  try {
    await askServer('/local/timers/jobs', 'POST', { audit: 'again' })
    button.classList.add('done')
    setTimeout(() => button.classList.remove('done'), 1500)
  } finally {
    button.disabled = false
  }
}

function showClock(picker: HTMLInputElement): void {
  if (ahead === undefined) return
  const text = inShanghai(cloudNow())
  const weekday = '日一二三四五六'[new Date(text).getUTCDay()]
  const words: Record<string, string> = {
    day: `${text.slice(0, 10).replaceAll('-', '.')} 周${weekday}`,
    time: text.slice(11, 16),
  }
  for (const place of document.querySelectorAll<HTMLElement>('[data-clock]'))
    place.textContent = words[place.dataset.clock ?? ''] ?? ''
  if (document.activeElement !== picker) picker.value = text.slice(0, 16)
}
