import { useEffect, useState } from 'react'
import type { PledgeList } from '@xinban/shared/contracts'
import { pledgesOfAList } from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { Dialog } from '@/components/dialog/dialog'
import { ProblemNote } from '@/components/states/states'
import { useAct } from '@/hooks/use-act'
import { say } from '@/platform/messages'
import { goBackTo } from '@/platform/navigation'
import { forget, keep, readKept } from '@/platform/storage'
import styles from '../forms.module.scss'
import { DraftEditor } from './draft-editor'
import { draftsFrom, freshDraft, missingOf, termsFrom, type Draft } from './draft'

interface PublishFormProps {
  list: PledgeList
  onStale: () => void
}

/** Written over days: what is typed stays on this device until it is published. */
export function PublishForm({ list, onStale }: PublishFormProps) {
  const key = `pledge-drafts:${list.id}`
  const [drafts, setDrafts] = useState<readonly Draft[]>(() => readKept<Draft[]>(key) ?? draftsFrom(list))
  const [openKey, setOpenKey] = useState<string>()
  const [isAsking, setAsking] = useState(false)
  useEffect(() => keep(key, drafts), [key, drafts])
  const wanted = list.consent?.number ?? pledgesOfAList
  const { act, isBusy, problem } = useAct('pledge-lists.publish', ({ status }) => {
    if (status === 409 || status === 412) onStale()
  })
  const isReady = drafts.length === wanted && drafts.every((draft) => missingOf(draft).length === 0)
  const change = (draft: Draft) => setDrafts(drafts.map((one) => (one.key === draft.key ? draft : one)))

  async function publish() {
    const answer = await act({
      ...{ params: { id: list.id }, version: list.version },
      body: { pledges: drafts.map(termsFrom) },
    })
    setAsking(false)
    if (!answer) return
    forget(key)
    say('公布了，大家都能看到')
    goBackTo('pledge-list', { id: list.id })
  }

  return (
    <>
      <Box as="p" className={styles.lead}>
        要写满 {wanted} 件，现在 {drafts.length} 件。写到一半会留在这台设备上。
      </Box>
      <ProblemNote problem={problem} />
      {drafts.map((draft, index) => (
        <DraftEditor
          key={draft.key}
          draft={draft}
          number={index + 1}
          isOpen={openKey === draft.key}
          onToggle={() => setOpenKey(openKey === draft.key ? undefined : draft.key)}
          onChange={change}
          onRemove={() => setDrafts(drafts.filter((one) => one !== draft))}
        />
      ))}
      {drafts.length < wanted && (
        <Button size="small" onPress={() => setDrafts([...drafts, freshDraft(`new-${Date.now()}`)])}>
          再加一件
        </Button>
      )}
      <Button kind="primary" isDisabled={!isReady} onPress={() => setAsking(true)}>
        公布 {String(wanted)} 件
      </Button>
      {isAsking && (
        <Dialog
          title={`公布这 ${wanted} 件？`}
          confirmWord="公布"
          isBusy={isBusy}
          onConfirm={() => void publish()}
          onCancel={() => setAsking(false)}
        >
          公布后只能公开调整，原来的写法会一直留着。
        </Dialog>
      )}
    </>
  )
}
