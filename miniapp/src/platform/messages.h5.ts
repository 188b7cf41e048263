import { elder } from './elder'

const shownMs = 2500
let hiding: ReturnType<typeof setTimeout> | undefined

/** The region has to exist before its text changes, else screen readers stay silent. */
function region(): HTMLElement {
  const found = document.getElementById('said')
  if (found) return found
  const made = document.createElement('div')
  made.id = 'said'
  made.className = 'said'
  made.setAttribute('role', 'status')
  document.body.append(made)
  return made
}

/** As on weapp, drawn by ourselves: Taro's own toast has no role. */
export function say(words: string): void {
  const element = region()
  const { isOn, size } = elder.get()
  clearTimeout(hiding)
  element.className = isOn ? `said ${size}` : 'said'
  element.textContent = words
  hiding = setTimeout(
    () => {
      element.textContent = ''
    },
    isOn ? 2 * shownMs : shownMs,
  )
}

/** Browsers pull down by themselves. */
export function stopPullDown(): void {}
