import type { Elder } from '@/platform/elder'
import styles from './page.module.scss'

/** Of the element that everything on a page is in: the tokens, and over them those of elder mode. */
export const rootClass = ({ isOn, size }: Elder, isWide = false): string =>
  [styles.page, isWide && styles.wide, isOn && styles.elder, isOn && styles[size]].filter(Boolean).join(' ')
