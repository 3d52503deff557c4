// Says with every request to the cloud how deep it stands in its event: one more than the deepest request whose answer
// this process had read when it started. Only here is that known; two requests started together stand at one depth.
const http = require('node:http')

let deepestAnswered = 0
let event = 0

function countDepth(cloudUrl) {
  const send = http.request
  http.request = (url, options, onResponse) => {
    if (typeof url !== 'string' || !url.startsWith(cloudUrl)) return send(url, options, onResponse)
    const depth = deepestAnswered + 1
    const startedIn = event
    const headers = { ...options.headers, 'x-local-depth': String(depth) }
    return send(url, { ...options, headers }, (response) => {
      response.on('end', () => {
        if (startedIn === event && depth > deepestAnswered) deepestAnswered = depth
      })
      onResponse(response)
    })
  }
}

function startCounting() {
  event++
  deepestAnswered = 0
}

module.exports = { countDepth, startCounting }
