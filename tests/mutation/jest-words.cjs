const { expect } = require('expect')
const fc = require('fast-check')
const { bind } = require('jest-each')

/** A property is tried so often, by the same draws each time: a score that chance changes says nothing. */
fc.configureGlobal({ numRuns: 40, seed: 20261126 })

/** The words of jest's tests, spoken by mocha, which keeps everything loaded between two mutants. */
const test = (name, body) => global.it(name, () => body())
test.each = bind(test, false)
Object.assign(global, { expect, test })
