import { useElder } from '@/hooks/use-elder'
import { goBack } from '@/platform/navigation'
import { DemoBanner } from '../banner/demo-banner'
import { OfflineBanner } from '../banner/offline-banner'
import { TabBar } from './tab-bar'
import type { PageProps } from './page.types'
import { rootClass } from './root-class'
import styles from './page.module.scss'

/** The frame of every page, with the title bar and tab bar that a browser does not bring. */
export function Page({ title, tab, footer, isWide, isFull, children }: PageProps) {
  return (
    <div className={rootClass(useElder(), { isWide, isFull })}>
      <header className={styles.header}>
        <div className={styles.bar}>
          {tab === undefined && (
            <button type="button" className={styles.back} aria-label="返回" onClick={goBack}>
              <span className={styles.chevron} />
            </button>
          )}
          <h1 className={styles.title}>{title}</h1>
        </div>
        <DemoBanner />
        <OfflineBanner />
      </header>
      {tab !== undefined && <TabBar active={tab} />}
      <main className={styles.main}>{children}</main>
      {footer !== undefined && (
        <div className={styles.footer}>
          <div className={styles.actions}>{footer}</div>
        </div>
      )}
    </div>
  )
}
