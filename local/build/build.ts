import { buildAll } from './build-all'

buildAll().then(
  (report) => console.log(report),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  },
)
