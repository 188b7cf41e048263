import { elder } from './elder'
import { msOf, type Undo } from './said'

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

/**
 * A short word that something was done, with a way to undo it; never the only sign of a failure. Beside all pages, so
 * that it outlives the one that said it; it waits while someone is at it.
 */
export function say(words: string, undo?: Undo): void {
  const element = region()
  const { isOn, size } = elder.get()
  element.className = ['said', isOn && size, undo && 'with-undo'].filter(Boolean).join(' ')
  element.replaceChildren(words, ...(undo ? [undoButton(undo)] : []))
  const waitAndHush = () => {
    clearTimeout(hiding)
    hiding = setTimeout(hush, msOf(undo))
  }
  element.onmouseenter = () => clearTimeout(hiding)
  element.onmouseleave = waitAndHush
  waitAndHush()
}

function undoButton({ word, run }: Undo): HTMLButtonElement {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'said-undo'
  button.textContent = word
  let cameFrom: EventTarget | null = null
  button.onfocus = ({ relatedTarget }) => {
    cameFrom = relatedTarget
    clearTimeout(hiding)
  }
  button.onblur = () => {
    clearTimeout(hiding)
    hiding = setTimeout(hush, msOf(undefined))
  }
  button.onclick = () => {
    if (cameFrom instanceof HTMLElement) cameFrom.focus()
    hush()
    run()
  }
  return button
}

function hush(): void {
  clearTimeout(hiding)
  document.getElementById('said')?.replaceChildren()
}

/** Browsers pull down by themselves. */
export function stopPullDown(): void {}
