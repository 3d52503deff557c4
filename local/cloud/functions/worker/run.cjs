// The process of one function: loads its bundle once, then handles one event after the other.
const { setClock } = require('./move-clock.cjs')
const { redirectPay } = require('./redirect-pay.cjs')
const { countDepth, startCounting } = require('./count-depth.cjs')

const cloudUrl = JSON.parse(process.env.TCB_CONTEXT_CNFG).URL
countDepth(cloudUrl)
redirectPay(new URL(cloudUrl).origin, () => Date.now())

/** What the last event brought must not be seen by the next one: it may be another person's. */
let lastEnvironment = {}
function enter(environment) {
  for (const name of Object.keys(lastEnvironment)) delete process.env[name]
  Object.assign(process.env, environment)
  lastEnvironment = environment
}

function load(bundle) {
  try {
    const { main } = require(bundle)
    if (typeof main !== 'function') throw new Error('the function exports no main')
    process.send({ ready: true })
    return main
  } catch (error) {
    process.send({ failed: String(error?.stack ?? error) })
    return null
  }
}

async function handle(main, { event, environment, context, clock }) {
  enter(environment)
  setClock(clock)
  startCounting()
  try {
    const result = await main(JSON.parse(event), context)
    return { result: JSON.stringify(result ?? null) }
  } catch (error) {
    return { error: String(error?.stack ?? error) }
  }
}

const main = load(process.argv[2])
process.on('message', async (message) => {
  const outcome = await handle(main, message)
  process.send({ id: message.id, ...outcome })
})
// Without the cloud there is nobody left to answer to.
process.on('disconnect', () => process.exit())
