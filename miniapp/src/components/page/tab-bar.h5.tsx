import type { MouseEvent } from 'react'
import { open } from '@/platform/navigation'
import { pageAddress, tabs, type TabName } from '@/platform/pages'
import { tabIcons } from './tab-icons'
import type { TabBarProps } from './tab-bar.types'
import styles from './tab-bar.module.scss'

export function TabBar({ active }: TabBarProps) {
  function follow(event: MouseEvent, page: TabName) {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    open(page)
  }
  return (
    <nav className={styles.bar} aria-label="主导航">
      <div className={styles.items}>
        {tabs.map(({ page, word }) => (
          <a
            key={page}
            href={pageAddress(page)}
            className={[styles.item, page === active && styles.active].filter(Boolean).join(' ')}
            aria-current={page === active ? 'page' : undefined}
            onClick={(event) => follow(event, page)}
          >
            <svg className={styles.icon} viewBox="0 0 24 24" aria-hidden="true">
              <path d={tabIcons[page]} />
            </svg>
            {word}
          </a>
        ))}
      </div>
    </nav>
  )
}
