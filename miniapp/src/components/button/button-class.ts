import type { ButtonProps } from './button.types'
import styles from './button.module.scss'

export function buttonClass({ kind = 'secondary', size = 'full', isDisabled, isBusy, className }: ButtonProps): string {
  const isOff = isDisabled || isBusy
  return [styles.button, size === 'small' && styles.small, styles[kind], isOff && styles.off, className]
    .filter(Boolean)
    .join(' ')
}
