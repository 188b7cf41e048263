import { Button as TaroButton } from '@tarojs/components'
import { buttonClass } from './button-class'
import type { ButtonProps } from './button.types'

export function Button(props: ButtonProps) {
  const { label, isDisabled, isBusy, isSubmit, isExpanded, onPress, children } = props
  const isOff = Boolean(isDisabled || isBusy)
  return (
    <TaroButton
      className={buttonClass(props)}
      disabled={isOff}
      loading={Boolean(isBusy)}
      ariaLabel={label}
      ariaExpanded={isExpanded}
      {...(isSubmit ? { formType: 'submit' as const } : { onClick: () => onPress?.() })}
    >
      {children}
    </TaroButton>
  )
}
