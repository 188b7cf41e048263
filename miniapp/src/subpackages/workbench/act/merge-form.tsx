import { useState } from 'react'
import type { Order } from '@xinban/shared/contracts'
import { Button } from '@/components/button/button'
import { Choice } from '@/components/choice/choice'
import { SearchForm } from '@/components/search-form/search-form'
import { Empty, ErrorState, ProblemNote, Skeleton } from '@/components/states/states'
import { TextArea } from '@/components/text-area/text-area'
import { focusField } from '@/platform/focus'
import { MergeDialog } from './merge-dialog'
import { useMergeTargets } from './use-merge-targets'
import { useOrderAct } from './use-order-act'

/** Chooses the order that goes on in place of this one. @param into proposed by whoever led here */
export function MergeForm({ order, into: proposedId }: { order: Order; into?: string | undefined }) {
  const [q, setQ] = useState('')
  const [intoId, setIntoId] = useState(proposedId)
  const [note, setNote] = useState('')
  const [isTried, setTried] = useState(false)
  const [isAsking, setAsking] = useState(false)
  const { targets, options, isLoading, problem: targetsProblem, reload } = useMergeTargets(order, q)
  const { send, isBusy, problem, errorOf } = useOrderAct('orders.merge', order, '已并单')
  const into = targets.find(({ id }) => id === intoId)

  function ask() {
    setTried(true)
    if (into) setAsking(true)
    else focusField('into')
  }

  async function merge(id: string) {
    await send({ intoId: id, ...(note.trim() !== '' && { note }) })
    setAsking(false)
  }

  return (
    <>
      {!errorOf('intoId') && <ProblemNote problem={problem} />}
      <SearchForm id="merge-q" label="找单" placeholder="单号、标题或地点" onSearch={setQ} />
      {isLoading && <Skeleton cards={2} />}
      {targetsProblem && options.length === 0 && <ErrorState problem={targetsProblem} onRetry={reload} />}
      {!isLoading && !targetsProblem && options.length === 0 && (
        <Empty title="没有可以并入的单" detail="换个词找找；只能并到还在办的单" />
      )}
      {!isLoading && options.length > 0 && (
        <Choice
          id="into"
          label="并到哪一单"
          options={options}
          value={into?.id}
          error={isTried && !into ? '请选择要并到的单' : errorOf('intoId')}
          onChange={setIntoId}
        />
      )}
      <TextArea
        id="note"
        label="说明"
        placeholder="点单的人能看到：为什么一起办"
        value={note}
        maxLength={2000}
        rows={2}
        error={errorOf('note')}
        onChange={setNote}
      />
      <Button kind="primary" isDisabled={options.length === 0} onPress={ask}>
        并单
      </Button>
      {isAsking && into && (
        <MergeDialog
          order={order}
          into={into}
          isBusy={isBusy}
          onConfirm={() => void merge(into.id)}
          onCancel={() => setAsking(false)}
        />
      )}
    </>
  )
}
