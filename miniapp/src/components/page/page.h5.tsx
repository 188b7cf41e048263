import { useId } from 'react'
import { useElder } from '@/hooks/use-elder'
import { PageIds } from '@/hooks/use-field-id'
import { usePageRefresh } from '@/hooks/use-refresher'
import { PageShown, usePageShown } from '@/hooks/use-return'
import { say } from '@/platform/messages'
import { goBack } from '@/platform/navigation'
import { DemoBanner } from '../banner/demo-banner'
import { OfflineBanner } from '../banner/offline-banner'
import { TabBar } from './tab-bar'
import type { PageProps } from './page.types'
import { rootClass } from './root-class'
import { StaleNote } from './stale-note'
import styles from './page.module.scss'

/** The frame of every page, with the title bar and tab bar that a browser does not bring. */
export function Page({ title, tab, footer, isWide, isFull, isBoard, isRefreshable, children }: PageProps) {
  const ids = useId()
  const elder = useElder()
  const refresh = usePageRefresh()
  const shown = usePageShown()

  async function renew() {
    if (refresh.isBusy) return
    if ((await refresh.run()) === 'fresh') say('已更新')
  }

  return (
    <PageIds.Provider value={ids}>
      <div className={rootClass(elder, { isWide, isFull, isBoard })} data-ids={ids}>
        <header className={styles.header}>
          <div className={styles.bar}>
            {tab === undefined && (
              <button type="button" className={styles.back} aria-label="返回" onClick={goBack}>
                <span className={styles.chevron} />
              </button>
            )}
            <h1 className={styles.title}>{title}</h1>
            {isRefreshable && (
              // Not `disabled` while it is busy: that would take the focus from it.
              <button
                type="button"
                className={styles.refresh}
                aria-disabled={refresh.isBusy}
                onClick={() => void renew()}
              >
                刷新
              </button>
            )}
          </div>
          <DemoBanner />
          <OfflineBanner />
          <StaleNote refresh={refresh} />
        </header>
        {tab !== undefined && <TabBar active={tab} />}
        <main className={styles.main}>
          <PageShown.Provider value={shown}>{children}</PageShown.Provider>
        </main>
        {footer !== undefined && (
          <div className={styles.footer}>
            <div className={styles.actions}>{footer}</div>
          </div>
        )}
      </div>
    </PageIds.Provider>
  )
}
