import { useState, type ReactNode } from 'react'
import { sayTime } from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { Dialog } from '@/components/dialog/dialog'
import { Form } from '@/components/form/form'
import { ProblemNote } from '@/components/states/states'
import { say } from '@/platform/messages'
import type { ApiProblem } from '@/platform/problem'
import styles from './settings.module.scss'

interface VersionedEditorProps {
  settings: { version: number; since: string | null; by: string | null }
  now: Date
  words: {
    /** Where nobody has changed anything yet, and what a change touches. */
    untouched: string
    scope: string
    /** The question before it is saved, with what follows, and what is said afterwards. */
    question: string
    consequence: string
    saved: string
  }
  save: { isBusy: boolean; problem: ApiProblem | undefined }
  /** Above the form: what it may begin with. */
  before?: ReactNode
  /** The fields. */
  children: ReactNode
  /** Below the form: earlier versions. */
  versions: ReactNode
  /** @returns whether nothing is missing; else the focus went to what is */
  check: () => boolean
  /** @returns whether it was saved */
  send: () => Promise<boolean>
  onSaved: () => void
}

/** The frame of what a district sets in versions: who set it last, the form, a question before it holds, its history. */
export function VersionedEditor(props: VersionedEditorProps) {
  const { settings, now, words, save, before, children, versions, check, send, onSaved } = props
  const [isAsking, setAsking] = useState(false)

  async function confirm() {
    const isSaved = await send()
    setAsking(false)
    if (!isSaved) return
    say(words.saved)
    onSaved()
  }

  return (
    <>
      <Box as="p" className={styles.lead}>
        {settings.since
          ? `第 ${settings.version} 版，${sayTime(new Date(settings.since), now)} 由${settings.by ?? '区管理员'}设置。`
          : words.untouched}
        {words.scope}
      </Box>
      {before}
      <Form onSubmit={() => check() && setAsking(true)}>
        <ProblemNote problem={save.problem} />
        {save.problem?.code === 'version_mismatch' && (
          <Button size="small" className={styles.gap} onPress={onSaved}>
            看同事改好的
          </Button>
        )}
        {children}
        <Box className={styles.submit}>
          <Button kind="primary" isSubmit isBusy={save.isBusy}>
            保存
          </Button>
        </Box>
      </Form>
      {versions}
      {isAsking && (
        <Dialog
          title={words.question}
          confirmWord="保存"
          isBusy={save.isBusy}
          onConfirm={() => void confirm()}
          onCancel={() => setAsking(false)}
        >
          {words.consequence}
        </Dialog>
      )}
    </>
  )
}
