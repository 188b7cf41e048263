import styles from './pick.module.scss'

export const pickClass = (isChosen: boolean, isOff: boolean | undefined, className: string | undefined): string =>
  [styles.pick, isChosen && styles.chosen, isOff && styles.off, className].filter(Boolean).join(' ')
