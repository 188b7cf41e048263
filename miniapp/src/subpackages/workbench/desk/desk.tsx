import { useState } from 'react'
import type { Membership, Order, OrderSummary } from '@xinban/shared/contracts'
import { PagedFrame } from '@/components/paged-list/paged-list'
import { Empty } from '@/components/states/states'
import { useNow } from '@/hooks/use-now'
import { useAddress } from '@/platform/address'
import { focusField } from '@/platform/focus'
import { say } from '@/platform/messages'
import { queueTabsOf, tabsInUse, tellNotMine, urgentIn } from '@/words/queue-tabs'
import { mayAccept } from '../batch/may-accept'
import { DeskBatch } from './desk-batch'
import { DeskFilters, searchId } from './desk-filters'
import { DeskSide } from './desk-side'
import { isNarrowed, readDesk, sortOf, writeDesk, type DeskState } from './desk-state'
import { KeysDialog } from './keys-dialog'
import { OrderPane } from './order-pane'
import { OrderTable } from './order-table'
import { useSavedViews } from './saved-views'
import { useAccepting } from './use-accepting'
import { useCurrentRow } from './use-current-row'
import { useDeskKeys } from './use-desk-keys'
import { useDeskList } from './use-desk-list'
import { useGrading } from './use-grading'
import styles from './desk.module.scss'

/** A member's workbench where there is room: views, list and order side by side. The address says what is shown. */
export function Desk({ membership }: { membership: Membership }) {
  const now = useNow()
  const views = queueTabsOf(membership.role)
  const address = useAddress('queue')
  const state = readDesk(address.query, views)
  const saved = useSavedViews(membership.id)
  const list = useDeskList(membership, state)
  const { orders, counts } = list
  const shown = tabsInUse(views, counts, state.view)
  const row = useCurrentRow(orders, state.orderId)
  const accepting = useAccepting(list, row)
  const grading = useGrading({ state, list, row, onOpen: (orderId) => go({ ...state, orderId }, 'replace') })
  const [areKeysShown, showKeys] = useState(false)

  function go(next: DeskState, how: 'push' | 'replace' = 'push') {
    address.go(writeDesk(next), how)
  }

  function show(order: OrderSummary) {
    row.mark(order)
    go({ ...state, orderId: order.id })
    row.focusPane()
  }

  function close() {
    go({ ...state, orderId: undefined })
    row.focusAfterwards()
  }

  function onActed(order: Order) {
    const next = grading?.nextAfter(order.id)
    accepting.clearRefusal()
    row.mark(list.settle([order]))
    if (order.status === 'graded') grading?.goOn(order, next)
  }

  useDeskKeys({
    j: () => row.move(1),
    ArrowDown: () => row.move(1),
    k: () => row.move(-1),
    ArrowUp: () => row.move(-1),
    a: () => row.order && void accepting.accept(row.order),
    x: () => row.order && mayAccept(row.order) && accepting.choose([row.order.id], !accepting.chosen.has(row.order.id)),
    r: () => void list.refresh().then(() => say('已更新')),
    '/': () => focusField(searchId),
    '?': () => showKeys(true),
    Escape: () => (state.orderId === undefined ? row.moveTo(row.order) : close()),
    ...Object.fromEntries(
      shown.map((view, index) => [`${index + 1}`, () => go({ view, filter: {}, orderId: undefined })]),
    ),
  })

  const room = state.orderId === undefined ? 'wide' : grading ? 'narrowest' : 'narrow'
  const notMine = tellNotMine(state.view, counts, membership.role)
  return (
    <div className={[styles.desk, styles[room]].join(' ')}>
      <DeskSide {...{ membership, state, views, counts, saved }} onGo={go} onKeys={() => showKeys(true)} />
      <div className={styles.middle}>
        <DeskFilters
          membership={membership}
          filter={state.filter}
          viewSort={state.view.sort}
          isSortFixed={state.view.task !== undefined}
          urgentCount={urgentIn(state.view, counts)}
          onChange={(filter) => go({ ...state, filter }, 'replace')}
          onSave={(name) => saved.save({ name, viewKey: state.view.key, filter: state.filter })}
        />
        <DeskBatch accepting={accepting} />
        {notMine !== undefined && <p className={styles.notMine}>{notMine}</p>}
        <div className={styles.list}>
          <PagedFrame pages={orders} empty={<NothingHere isNarrowed={isNarrowed(state.filter)} />}>
            <OrderTable
              orders={orders.items}
              room={room}
              now={now}
              homeCode={membership.org.code}
              currentId={row.order?.id}
              openId={state.orderId}
              sort={{ current: sortOf(state), ofView: state.view.sort, isFixed: state.view.task !== undefined }}
              chosen={accepting.chosen}
              addressOf={(orderId) => writeDesk({ ...state, orderId })}
              onOpen={show}
              onChoose={accepting.choose}
            />
          </PagedFrame>
        </div>
      </div>
      {state.orderId !== undefined && (
        <OrderPane
          key={state.orderId}
          id={state.orderId}
          now={now}
          grading={grading && { left: grading.left, onSkip: grading.skip }}
          isAside={accepting.chosenOrders.length > 0}
          onActed={onActed}
          onClose={close}
        />
      )}
      {areKeysShown && <KeysDialog onClose={() => showKeys(false)} />}
    </div>
  )
}

const NothingHere = ({ isNarrowed: isFiltered }: { isNarrowed: boolean }) => (
  <Empty
    title={isFiltered ? '没有找到' : '这里都处理完了'}
    detail={isFiltered ? '换个条件再找找，或者清除条件' : '有新的单会出现在这里'}
  />
)
