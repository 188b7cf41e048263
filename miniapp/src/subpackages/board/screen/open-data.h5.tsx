import type { OpenDataSet } from '@xinban/shared/domain'
import { apiBase } from '@xinban/shared/routes'
import type { OpenDataProps } from './open-data.types'
import styles from './board.module.scss'

const sets: readonly [set: OpenDataSet, word: string][] = [
  ['pledges', '每件实事'],
  ['board', '亮灯汇总'],
  ['orders-by-month', '每月点单'],
  ['dictionary', '数据字典'],
]

/** What stands on the board, for whoever wants to reckon with it. */
export function OpenData({ orgCode, year, listId }: OpenDataProps) {
  const address = (set: OpenDataSet, format: 'csv' | 'json') =>
    `${API_ORIGIN}${apiBase}/open-data/${set}.${format}?org=${orgCode}&year=${year}`
  return (
    <section aria-label="开放数据">
      <h2 className={styles.heading}>开放数据</h2>
      <ul className={styles.sets}>
        {sets.map(([set, word]) => (
          <li key={set}>
            {word}{' '}
            <a className={styles.link} href={address(set, 'csv')} download aria-label={`${word}，CSV 文件`}>
              CSV
            </a>{' '}
            <a className={styles.link} href={address(set, 'json')} aria-label={`${word}，JSON`}>
              JSON
            </a>
          </li>
        ))}
        {listId !== null && (
          <li>
            <a className={styles.link} href={`${API_ORIGIN}${apiBase}/pledge-lists/${listId}/ledger`} download>
              全年记录（可以核对有没有改过）
            </a>
          </li>
        )}
      </ul>
    </section>
  )
}
