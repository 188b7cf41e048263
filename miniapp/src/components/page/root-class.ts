import type { Elder } from '@/platform/elder'
import type { PageProps } from './page.types'
import styles from './page.module.scss'

/** Of the element that everything on a page is in: the tokens, and over them those of elder mode. */
export const rootClass = (
  { isOn, size }: Elder,
  { isWide, isFull, isBoard }: Pick<PageProps, 'isWide' | 'isFull' | 'isBoard'> = {},
): string =>
  [
    ...[styles.page, isWide && styles.wide, isFull && styles.full, isBoard && styles.board],
    ...[isOn && styles.elder, isOn && styles[size]],
  ]
    .filter(Boolean)
    .join(' ')
