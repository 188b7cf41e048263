import type { PickProps } from './pick.types'
import { pickClass } from './pick-class'

export function Pick({ label, isChosen, isOff, isStop = true, className, onPick, children }: PickProps) {
  return (
    <button
      type="button"
      className={pickClass(isChosen, isOff, className)}
      aria-label={label}
      aria-pressed={isChosen}
      aria-disabled={isOff}
      tabIndex={isStop ? undefined : -1}
      onClick={() => {
        if (!isOff) onPick()
      }}
    >
      {children}
    </button>
  )
}
