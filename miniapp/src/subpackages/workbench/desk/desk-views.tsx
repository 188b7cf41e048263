import type { MouseEvent, ReactNode } from 'react'
import type { OrderCounts } from '@xinban/shared/contracts'
import { Button } from '@/components/button/button'
import { pageAddress } from '@/platform/pages'
import { tabsInUse, waitingIn, type QueueTabs } from '@/words/queue-tabs'
import { isNarrowed, writeDesk, type DeskState } from './desk-state'
import type { SavedView } from './saved-views'
import styles from './desk.module.scss'

interface DeskViewsProps {
  state: DeskState
  views: QueueTabs
  counts: OrderCounts | undefined
  saved: readonly SavedView[]
  onGo: (state: DeskState) => void
  onRemove: (name: string) => void
}

const isSame = (a: object, b: object): boolean =>
  JSON.stringify(Object.entries(a).sort()) === JSON.stringify(Object.entries(b).sort())

/** The views of the role with what is in them, and those that the person saved. */
export function DeskViews({ state, views, counts, saved, onGo, onRemove }: DeskViewsProps) {
  const plain = !isNarrowed(state.filter)
  return (
    <nav className={styles.views} aria-label="视图">
      <ul className={styles.viewList}>
        {tabsInUse(views, counts, state.view).map((view) => (
          <li key={view.key}>
            <ViewLink
              target={{ view, filter: {}, orderId: undefined }}
              isCurrent={plain && view.key === state.view.key}
              onGo={onGo}
            >
              {view.word}
              <Count n={waitingIn(view, counts)} />
            </ViewLink>
          </li>
        ))}
      </ul>
      {saved.length > 0 && (
        <>
          <h2 className={styles.viewHeading}>我存的</h2>
          <ul className={styles.viewList}>
            {saved.map(({ name, viewKey, filter }) => {
              const view = views.find(({ key }) => key === viewKey) ?? state.view
              const isCurrent = !plain && view.key === state.view.key && isSame(filter, state.filter)
              return (
                <li key={name} className={styles.savedView}>
                  <ViewLink target={{ view, filter, orderId: undefined }} isCurrent={isCurrent} onGo={onGo}>
                    {name}
                  </ViewLink>
                  <Button kind="plain" size="small" label={`删掉视图：${name}`} onPress={() => onRemove(name)}>
                    删
                  </Button>
                </li>
              )
            })}
          </ul>
        </>
      )}
    </nav>
  )
}

function Count({ n }: { n: number | undefined }) {
  return n === undefined ? null : <span className={styles.count}>{n}</span>
}

interface ViewLinkProps {
  target: DeskState
  isCurrent: boolean
  onGo: (state: DeskState) => void
  children: ReactNode
}

function ViewLink({ target, isCurrent, onGo, children }: ViewLinkProps) {
  function follow(event: MouseEvent) {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    onGo(target)
  }
  return (
    <a
      href={pageAddress('queue', writeDesk(target))}
      className={[styles.view, isCurrent && styles.viewCurrent].filter(Boolean).join(' ')}
      aria-current={isCurrent ? 'page' : undefined}
      onClick={follow}
    >
      {children}
    </a>
  )
}
