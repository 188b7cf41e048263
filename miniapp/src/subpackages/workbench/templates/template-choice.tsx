import { useState } from 'react'
import type { Membership, Template } from '@xinban/shared/contracts'
import type { TemplatePurpose } from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { Link } from '@/components/link/link'
import { Empty, ErrorState, Skeleton } from '@/components/states/states'
import { useRemote } from '@/hooks/use-remote'
import { caretOf } from '@/platform/caret'
import { focusField } from '@/platform/focus'
import { say } from '@/platform/messages'
import { call } from '@/platform/request'
import { insertWords } from '@/words/insert-words'
import styles from './bar.module.scss'

interface TemplateChoiceProps {
  membership: Membership
  purpose: TemplatePurpose
  fieldId: string
  typed: string
  maxLength: number
  onType: (whole: string) => void
  onDone: () => void
}

/** As many as one looks through without scrolling far. */
const shownAtFirst = 6

/** The kept words for a form, nearest org and most used first: one tap puts them where the cursor stood. */
export function TemplateChoice({
  membership,
  purpose,
  typed,
  maxLength,
  fieldId,
  onType,
  onDone,
}: TemplateChoiceProps) {
  const [isAllShown, showAll] = useState(false)
  const { data, problem, isLoading, reload } = useRemote('templates.list', {
    query: { membershipId: membership.id, purpose },
  })
  const templates = data?.items ?? []
  const shown = isAllShown ? templates : templates.slice(0, shownAtFirst)

  function insert({ id, text }: Template) {
    const whole = insertWords(typed, text, caretOf(fieldId), maxLength)
    if (whole === undefined) return say('放不下了，请先把写好的删短一些')
    onType(whole)
    onDone()
    focusField(fieldId)
    // Only the order of the list hangs on it.
    call('templates.use', { params: { id } }).catch(() => undefined)
  }

  return (
    <Box className={styles.choice} role="group" label="选一条常用回复">
      {isLoading && <Skeleton cards={1} />}
      {problem && !data && <ErrorState problem={problem} onRetry={reload} />}
      {data && templates.length === 0 && (
        <Empty title="还没有常用回复" detail="写好一段话后点“存为常用”，下次点一下就能用上" />
      )}
      <Box as="ul" className={styles.list}>
        {shown.map((template) => (
          <Box as="li" key={template.id}>
            <Button className={styles.item} onPress={() => insert(template)}>
              {template.text}
              {template.org.code !== membership.org.code && `（${template.org.name}）`}
            </Button>
          </Box>
        ))}
      </Box>
      <Box className={styles.buttons}>
        {shown.length < templates.length && (
          <Button kind="plain" size="small" onPress={() => showAll(true)}>
            再看 {templates.length - shown.length} 条
          </Button>
        )}
        <Link to="templates" query={{ purpose }} className={styles.manage}>
          管理常用回复
        </Link>
      </Box>
    </Box>
  )
}
