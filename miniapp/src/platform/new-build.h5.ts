import { elder } from './elder'

/** What webpack, and its plugin for style sheets, say of a part of the app that did not come. */
const isMissingPart = (reason: unknown): reason is Error =>
  reason instanceof Error &&
  (reason.name === 'ChunkLoadError' || (reason as { code?: string }).code === 'CSS_CHUNK_LOAD_FAILED')

const barId = 'new-build'
const words = {
  changed: '心办刚刚更新过，这一页要重新打开才能看。点单写了一半的还在；别处没提交的，请先记下来。',
  away: '连不上，这一页没有打开。看看网络，再试一次。',
}

/**
 * A page that was open while a new build was put in place asks for parts of the old one, which are gone. Says so once,
 * with a way to open the page anew: its address is in the bar already, and drafts are kept on the device.
 */
export function watchNewBuild(): void {
  window.addEventListener('unhandledrejection', (event) => {
    if (!isMissingPart(event.reason)) return
    event.preventDefault()
    void tell()
  })
}

/** Whether the server answers; without it, opening the page anew would lose the one that is there. */
async function isReachable(): Promise<boolean> {
  try {
    return (await fetch(location.href, { method: 'HEAD', cache: 'no-store' })).ok
  } catch {
    return false
  }
}

async function tell(): Promise<void> {
  if (document.getElementById(barId)) return
  const { isOn, size } = elder.get()
  const bar = document.createElement('div')
  bar.id = barId
  bar.className = ['new-build', isOn && size].filter(Boolean).join(' ')
  const said = document.createElement('p')
  // The region has to stand there before its words, else screen readers stay silent.
  said.setAttribute('role', 'alert')
  const reload = button('重新打开', () => void reopen(said))
  bar.append(
    said,
    reload,
    button('先留在这里', () => bar.remove()),
  )
  document.body.append(bar)
  said.textContent = words[(await isReachable()) ? 'changed' : 'away']
}

async function reopen(said: HTMLElement): Promise<void> {
  if (await isReachable()) location.reload()
  else said.textContent = words.away
}

function button(word: string, run: () => void): HTMLButtonElement {
  const made = document.createElement('button')
  made.type = 'button'
  made.className = 'new-build-button'
  made.textContent = word
  made.onclick = run
  return made
}
