import { amount, type Builtin, fire, imageAddress, text } from './builtin'
import { renderRichText } from './rich-text'

export const image: Builtin = {
  properties: {
    src: String,
    mode: { type: String, value: 'scaleToFill' },
    lazyLoad: Boolean,
    webp: Boolean,
    showMenuByLongpress: Boolean,
    fadeIn: Boolean,
  },
  mount(self, host) {
    const picture = document.createElement('img')
    picture.alt = ''
    picture.draggable = false
    host.append(picture)
    picture.addEventListener('load', () =>
      fire(self, 'load', { width: picture.naturalWidth, height: picture.naturalHeight }),
    )
    picture.addEventListener('error', () =>
      fire(self, 'error', { errMsg: `GET ${text(self.data.src)} error` }),
    )
    return () => {
      host.setAttribute('mode', text(self.data.mode))
      const address = imageAddress(self, text(self.data.src))
      if (!address) picture.removeAttribute('src')
      else if (picture.getAttribute('src') !== address) picture.src = address
    }
  },
}

export const progress: Builtin = {
  properties: {
    percent: Number,
    strokeWidth: { type: Number, value: 6 },
    activeColor: { type: String, value: '#09bb07' },
    backgroundColor: { type: String, value: '#ebebeb' },
    borderRadius: null,
    showInfo: Boolean,
    active: Boolean,
  },
  mount(self, host) {
    const done = document.createElement('div')
    const track = document.createElement('div')
    track.append(done)
    host.append(track)
    return () => {
      const { data } = self
      const radius = `${amount(data.borderRadius)}px`
      track.setAttribute(
        'style',
        `flex:1;overflow:hidden;height:${amount(data.strokeWidth)}px;background:${text(data.backgroundColor)};border-radius:${radius}`,
      )
      done.setAttribute(
        'style',
        `height:100%;width:${amount(data.percent)}%;background:${text(data.activeColor)}`,
      )
    }
  },
}

const iconShapes: Record<string, string> = {
  success: '✓',
  success_no_circle: '✓',
  info: 'i',
  warn: '!',
  cancel: '×',
}
export const icon: Builtin = {
  properties: { type: String, size: { type: Number, value: 23 }, color: { type: String, value: '#07c160' } },
  mount(self, host) {
    return () => {
      host.textContent = iconShapes[text(self.data.type)] ?? '•'
      host.style.fontSize = `${amount(self.data.size)}px`
      host.style.color = text(self.data.color)
    }
  },
}

export const richText: Builtin = {
  properties: { nodes: null, space: String },
  mount(self, host) {
    return () => host.replaceChildren(renderRichText(self.data.nodes))
  },
}

export const video: Builtin = {
  properties: { src: String, controls: { type: Boolean, value: true }, poster: String },
  mount(self, host) {
    const player = document.createElement('video')
    player.controls = true
    host.append(player)
    return () => {
      player.src = imageAddress(self, text(self.data.src))
      player.poster = imageAddress(self, text(self.data.poster))
    }
  },
}

export const webView: Builtin = {
  properties: { src: String },
  mount(self, host) {
    const frame = document.createElement('iframe')
    host.append(frame)
    return () => {
      frame.src = text(self.data.src)
    }
  },
}
