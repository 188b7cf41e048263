import { useEffect, useRef, useState } from 'react'
import type { Membership, Order, OrderSummary } from '@xinban/shared/contracts'
import { Button } from '@/components/button/button'
import { DeskEntries } from '@/components/desk-entries/desk-entries'
import { PagedFrame } from '@/components/paged-list/paged-list'
import { Empty } from '@/components/states/states'
import { useAct } from '@/hooks/use-act'
import { useNow } from '@/hooks/use-now'
import { usePages } from '@/hooks/use-pages'
import { useRemote } from '@/hooks/use-remote'
import { useAddress } from '@/platform/address'
import { focusField } from '@/platform/focus'
import { say } from '@/platform/messages'
import { queueTabsOf } from '@/words/queue-tabs'
import { BatchReport } from '../batch/batch-report'
import { mayAccept } from '../batch/may-accept'
import { useBatchAccept } from '../batch/use-batch-accept'
import { RoleBar } from '../queue/role-bar'
import { tellRefusal } from '../tell-refusal'
import { DeskFilters, searchId } from './desk-filters'
import { isNarrowed, readDesk, statusesOf, writeDesk, type DeskState } from './desk-state'
import { DeskViews } from './desk-views'
import { KeysDialog } from './keys-dialog'
import { OrderPane, paneId } from './order-pane'
import { OrderTable, rowId } from './order-table'
import { useSavedViews } from './saved-views'
import { useDeskKeys, type DeskKeys } from './use-desk-keys'
import { useGrading } from './use-grading'
import styles from './desk.module.scss'

const pageSize = 50

/** A member's workbench where there is room: views, list and order side by side. The address says what is shown. */
export function Desk({ membership }: { membership: Membership }) {
  const now = useNow()
  const views = queueTabsOf(membership.role)
  const address = useAddress('queue')
  const state = readDesk(address.query, views)
  const saved = useSavedViews(membership.id)
  const counts = useRemote('orders.counts', { query: { membershipId: membership.id } })
  const orders = usePages('orders.list', {
    view: 'queue',
    membershipId: membership.id,
    limit: pageSize,
    ...state.filter,
    status: statusesOf(state).join(','),
  })
  const [movedTo, setMovedTo] = useState<string>()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [refusal, setRefusal] = useState<string>()
  const [areKeysShown, showKeys] = useState(false)
  const batch = useBatchAccept()
  const grading = useGrading(orders.items)
  const [accepting, setAccepting] = useState<OrderSummary>()
  const acceptOne = useAct('orders.accept', (problem) => {
    if (accepting) setRefusal(tellRefusal(problem, accepting.title))
    void refresh()
  })

  const current = orders.items.find(({ id }) => id === (movedTo ?? state.orderId)) ?? orders.items[0]
  const isGradingView = state.view.key === 'rated' && state.filter.status === undefined
  const chosenOrders = orders.items.filter((order) => chosen.has(order.id) && mayAccept(order))

  /** Where the focus goes once the list is drawn anew: a row that leaves takes the focus with it. */
  const focusNext = useRef<string>()
  useEffect(() => {
    if (focusNext.current === undefined) return
    focusField(focusNext.current)
    focusNext.current = undefined
  })

  async function refresh() {
    counts.reload()
    await orders.reload()
  }

  function go(next: DeskState, how: 'push' | 'replace' = 'push') {
    address.go(writeDesk(next), how)
  }

  function moveTo(order: OrderSummary | undefined) {
    if (!order) return
    setMovedTo(order.id)
    focusNext.current = rowId(order.id)
  }

  function move(step: 1 | -1) {
    const at = orders.items.findIndex(({ id }) => id === current?.id)
    const isHere = document.activeElement?.id === (current && rowId(current.id))
    // The first press only says where one is.
    const next = orders.items[isHere ? at + step : at]
    if (!next && step === 1) orders.loadMore()
    moveTo(next)
  }

  function show(order: OrderSummary) {
    setMovedTo(order.id)
    go({ ...state, orderId: order.id })
    focusNext.current = paneId
  }

  function close() {
    go({ ...state, orderId: undefined })
    focusNext.current = current ? rowId(current.id) : searchId
  }

  /** The row as the action left it, or gone where it does not belong to the list any more; `current` goes to the next. */
  function settle(answers: readonly Order[]): OrderSummary | undefined {
    const statuses = statusesOf(state)
    const gone = new Set(answers.filter(({ status }) => !statuses.includes(status)).map(({ id }) => id))
    const at = orders.items.findIndex(({ id }) => id === answers[0]?.id)
    const rest = [...orders.items.slice(at + 1), ...orders.items.slice(0, Math.max(at, 0)).reverse()]
    for (const answer of answers) {
      if (gone.has(answer.id)) orders.drop(answer.id)
      else orders.put(answer)
    }
    setChosen((before) => new Set([...before].filter((id) => !gone.has(id))))
    setRefusal(undefined)
    counts.reload()
    const next = rest.find(({ id }) => !gone.has(id))
    setMovedTo(next?.id)
    return next
  }

  async function accept(order: OrderSummary) {
    if (!mayAccept(order)) return say('这一单现在不能接')
    setAccepting(order)
    const accepted = await acceptOne.act({ params: { id: order.id }, body: {}, version: order.version })
    if (!accepted) return
    moveTo(settle([accepted]))
    say(`已接单：${accepted.title}`)
  }

  async function acceptAll(all: readonly OrderSummary[]) {
    const outcome = await batch.run(all)
    if (!outcome) return
    moveTo(settle(outcome.accepted))
    setChosen(new Set(outcome.refused.filter(({ isUndecided }) => isUndecided).map(({ order }) => order.id)))
    if (outcome.refused.some(({ isUndecided }) => !isUndecided)) await refresh()
  }

  function choose(ids: readonly string[], isChosen: boolean) {
    setChosen((before) => {
      const next = new Set(before)
      for (const id of ids) {
        if (isChosen) next.add(id)
        else next.delete(id)
      }
      return next
    })
  }

  /** After a grade or a skip the next one opens by itself, in place of this one. */
  function goOnGrading(from: string, next: OrderSummary | undefined) {
    if (orders.hasMore && orders.items.length < pageSize) orders.loadMore()
    if (next && next.id !== from) {
      setMovedTo(next.id)
      go({ ...state, orderId: next.id }, 'replace')
    } else {
      go({ ...state, orderId: undefined }, 'replace')
      focusNext.current = current ? rowId(current.id) : searchId
      say('能评的都看过了')
    }
  }

  function onActed(order: Order) {
    const next = grading.nextAfter(order.id)
    settle([order])
    if (isGradingView && order.status === 'graded') goOnGrading(order.id, next)
  }

  function skip(id: string) {
    grading.skip(id)
    goOnGrading(id, grading.nextAfter(id))
  }

  const keys: DeskKeys = {
    j: () => move(1),
    ArrowDown: () => move(1),
    k: () => move(-1),
    ArrowUp: () => move(-1),
    a: () => current && void accept(current),
    x: () => current && mayAccept(current) && choose([current.id], !chosen.has(current.id)),
    r: () => void refresh().then(() => say('已更新')),
    '/': () => focusField(searchId),
    '?': () => showKeys(true),
    Escape: () => (state.orderId === undefined ? moveTo(current) : close()),
    ...Object.fromEntries(
      views.map((view, index) => [`${index + 1}`, () => go({ view, filter: {}, orderId: undefined })]),
    ),
  }
  useDeskKeys(keys)

  // The server counts the whole queue; what is narrowed can only be counted as far as it was fetched.
  const waiting = isNarrowed(state.filter) ? orders.items.length : (counts.data?.counts.rated ?? 1)
  const left = Math.max(waiting - 1, 0)
  const room = state.orderId === undefined ? 'wide' : isGradingView ? 'narrowest' : 'narrow'
  return (
    <div className={[styles.desk, styles[room]].join(' ')}>
      <div className={styles.side}>
        <RoleBar current={membership} />
        <DeskViews
          state={state}
          views={views}
          counts={counts.data?.counts}
          saved={saved.views}
          onGo={go}
          onRemove={saved.remove}
        />
        <DeskEntries role={membership.role} />
        <Button kind="plain" size="small" onPress={() => showKeys(true)}>
          键盘怎么用（?）
        </Button>
      </div>
      <div className={styles.middle}>
        <DeskFilters
          membership={membership}
          filter={state.filter}
          onChange={(filter) => go({ ...state, filter }, 'replace')}
          onSave={(name) => saved.save({ name, viewKey: state.view.key, filter: state.filter })}
        />
        {refusal !== undefined && (
          <p className={styles.refusal} role="alert">
            {refusal}
          </p>
        )}
        <BatchReport batch={batch} onRetry={(again) => void acceptAll(again)} />
        {chosenOrders.length > 0 && !batch.progress && (
          <div className={styles.batch} role="group" aria-label="批量接单">
            <p className={styles.batchLine}>已选 {chosenOrders.length} 件</p>
            <Button kind="primary" size="small" onPress={() => void acceptAll(chosenOrders)}>
              批量接单
            </Button>
            <Button kind="plain" size="small" onPress={() => setChosen(new Set())}>
              都不选
            </Button>
          </div>
        )}
        <div className={styles.list}>
          <PagedFrame
            pages={orders}
            empty={
              <Empty
                title={isNarrowed(state.filter) ? '没有找到' : '这里都处理完了'}
                detail={isNarrowed(state.filter) ? '换个条件再找找，或者清除条件' : '有新的单会出现在这里'}
              />
            }
          >
            <OrderTable
              orders={orders.items}
              room={room}
              now={now}
              homeCode={membership.org.code}
              currentId={current?.id}
              openId={state.orderId}
              chosen={chosen}
              addressOf={(orderId) => writeDesk({ ...state, orderId })}
              onOpen={show}
              onChoose={choose}
            />
          </PagedFrame>
        </div>
      </div>
      {state.orderId !== undefined && (
        <OrderPane
          key={state.orderId}
          id={state.orderId}
          now={now}
          grading={isGradingView ? { left, onSkip: () => skip(state.orderId ?? '') } : undefined}
          onActed={onActed}
          onClose={close}
        />
      )}
      {areKeysShown && <KeysDialog onClose={() => showKeys(false)} />}
    </div>
  )
}
