import { useState } from 'react'
import { longestTemplate, purposesOf, type TemplatePurpose } from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { useAct } from '@/hooks/use-act'
import { useMembership } from '@/hooks/use-session'
import { say } from '@/platform/messages'
import { TemplateChoice } from './template-choice'
import styles from './bar.module.scss'

interface TemplateBarProps {
  purpose: TemplatePurpose
  /** Of the field below which it stands. */
  fieldId: string
  typed: string
  maxLength: number
  onType: (whole: string) => void
}

/** Below a field: puts kept words into it, and keeps what is typed for the next time. */
export function TemplateBar({ purpose, typed, ...field }: TemplateBarProps) {
  const membership = useMembership()
  const [isOpen, setOpen] = useState(false)
  const create = useAct('templates.create', (problem) => say(problem.message))
  if (!membership) return null
  const membershipId = membership.id
  const words = typed.trim()
  const maySave = words !== '' && purposesOf(membership.role).includes(purpose)

  async function save() {
    if (words.length > longestTemplate) return say(`常用回复最多 ${longestTemplate} 字，请先删短一些`)
    if (await create.act({ body: { membershipId, purpose, text: words } })) say('已存为常用回复')
  }

  return (
    <Box className={styles.bar}>
      <Box className={styles.buttons}>
        <Button size="small" isExpanded={isOpen} onPress={() => setOpen(!isOpen)}>
          常用回复
        </Button>
        {maySave && (
          <Button kind="plain" size="small" isBusy={create.isBusy} onPress={() => void save()}>
            存为常用
          </Button>
        )}
      </Box>
      {isOpen && (
        <TemplateChoice
          membership={membership}
          purpose={purpose}
          typed={typed}
          {...field}
          onDone={() => setOpen(false)}
        />
      )}
    </Box>
  )
}
