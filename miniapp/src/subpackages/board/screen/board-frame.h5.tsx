import { useEffect, useId, useState } from 'react'
import { DemoBanner } from '@/components/banner/demo-banner'
import { OfflineBanner } from '@/components/banner/offline-banner'
import { rootClass } from '@/components/page/root-class'
import { StaleNote } from '@/components/page/stale-note'
import { useElder } from '@/hooks/use-elder'
import { PageIds } from '@/hooks/use-field-id'
import { usePageRefresh } from '@/hooks/use-refresher'
import { say } from '@/platform/messages'
import { printPage } from '@/platform/print'
import { boardTitleParts, sayClock, tellState } from './board-words'
import type { BoardFrameProps } from './board-frame.types'
import styles from './frame.module.scss'

/** Often enough for a clock without seconds. */
const clockMs = 5_000

/** A page without ways into the app: on a wall nobody presses anything. Large letters where the window is that of a wall. */
export function BoardFrame({ board, state, children }: BoardFrameProps) {
  const ids = useId()
  const elder = useElder()
  const refresh = usePageRefresh()

  async function renew() {
    if (refresh.isBusy) return
    if ((await refresh.run()) === 'fresh') say('已更新')
  }

  return (
    <PageIds.Provider value={ids}>
      <div className={`${rootClass(elder)} ${styles.root}`} data-ids={ids}>
        <header className={styles.header}>
          <div className={styles.bar}>
            <h1 className={styles.title}>
              {boardTitleParts(board).map((part, at) => (
                <span key={part} className={styles.titlePart}>
                  {at > 0 && <span className={styles.dot}> · </span>}
                  {part}
                </span>
              ))}
              <span className={styles.onPaper}>公示单</span>
            </h1>
            <Clock />
            <button type="button" className={styles.button} aria-disabled={refresh.isBusy} onClick={() => void renew()}>
              刷新
            </button>
            <button type="button" className={styles.button} onClick={() => printPage?.()}>
              打印公示单
            </button>
          </div>
          <p className={styles.state} role="status" data-away={state === 'away'}>
            {tellState(state, board)}
          </p>
          <DemoBanner />
          <OfflineBanner />
          <StaleNote refresh={refresh} />
        </header>
        <main className={styles.main}>{children}</main>
      </div>
    </PageIds.Provider>
  )
}

function Clock() {
  const [now, setNow] = useState(() => new Date())
  useEffect(() => {
    const ticking = setInterval(() => setNow(new Date()), clockMs)
    return () => clearInterval(ticking)
  }, [])
  return <p className={styles.clock}>{sayClock(now)}</p>
}
