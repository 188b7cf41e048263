import { Image } from '@tarojs/components'
import { tabs } from '@/platform/pages'
import { Box } from '../box/box'
import { Link } from '../link/link'
import type { TabBarProps } from './tab-bar.types'
import styles from './tab-bar.module.scss'

/** In place of WeChat's own bar, whose words keep their size, in elder mode. */
export function TabBar({ active }: TabBarProps) {
  return (
    <Box as="nav" className={styles.bar} label="主导航">
      <Box className={styles.items}>
        {tabs.map(({ page, word }) => (
          <Link
            key={page}
            to={page}
            label={page === active ? `${word}，当前页` : word}
            className={[styles.item, page === active && styles.active].filter(Boolean).join(' ')}
          >
            <Image
              className={styles.icon ?? ''}
              src={`/assets/tab-${page}${page === active ? '-on' : ''}.png`}
              ariaHidden
            />
            {word}
          </Link>
        ))}
      </Box>
    </Box>
  )
}
