import { buttonClass } from './button-class'
import type { ButtonProps } from './button.types'

export function Button(props: ButtonProps) {
  const { label, isDisabled, isBusy, isSubmit, isExpanded, onPress, children } = props
  return (
    <button
      type={isSubmit ? 'submit' : 'button'}
      className={buttonClass(props)}
      disabled={isDisabled || isBusy}
      aria-busy={isBusy || undefined}
      aria-label={label}
      aria-expanded={isExpanded}
      onClick={isSubmit ? undefined : () => onPress?.()}
    >
      {children}
    </button>
  )
}
