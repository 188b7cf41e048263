import { useState } from 'react'
import type { Template } from '@xinban/shared/contracts'
import type { TemplateAction } from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { Dialog } from '@/components/dialog/dialog'
import { ProblemNote } from '@/components/states/states'
import { useAct } from '@/hooks/use-act'
import { say } from '@/platform/messages'
import { TemplateForm } from './template-form'
import styles from './index.module.scss'

interface TemplateCardProps {
  template: Template
  /** What comes from elsewhere says from where. */
  homeCode: string
  onChanged: () => void
}

const buttonWords: Record<TemplateAction, string> = { update: '修改', remove: '删除' }

/** Long words are named by their beginning. */
const nameOf = (text: string): string => (text.length > 12 ? `${text.slice(0, 12)}…` : text)

export function TemplateCard({ template, homeCode, onChanged }: TemplateCardProps) {
  const [open, setOpen] = useState<TemplateAction>()
  const update = useAct('templates.update')
  const remove = useAct('templates.remove')
  const { id, text, version, useCount, org } = template
  const target = { params: { id }, version }
  const close = () => setOpen(undefined)

  async function save(changed: string) {
    if (!(await update.act({ ...target, body: { text: changed } }))) return
    close()
    say('已改好')
    onChanged()
  }

  async function removeNow() {
    if ((await remove.act(target)) === undefined) return
    close()
    say('已删除')
    onChanged()
  }

  if (open === 'update') {
    return (
      <Box as="li" className={styles.card}>
        <TemplateForm
          id={`template-${id}`}
          initial={text}
          isBusy={update.isBusy}
          problem={update.problem}
          onSubmit={(changed) => void save(changed)}
          onCancel={close}
        />
      </Box>
    )
  }
  return (
    <Box as="li" className={styles.card}>
      <Box as="p" className={styles.words}>
        {text}
      </Box>
      <Box as="p" className={styles.detail}>
        {[org.code === homeCode ? null : `${org.name}提供`, `用过 ${useCount} 次`].filter(Boolean).join(' · ')}
      </Box>
      {template.allowedActions.length > 0 && (
        <Box className={styles.buttons}>
          {template.allowedActions.map((action) => (
            <Button
              key={action}
              size="small"
              kind={action === 'remove' ? 'plain' : 'secondary'}
              label={`${buttonWords[action]}：${nameOf(text)}`}
              onPress={() => setOpen(action)}
            >
              {buttonWords[action]}
            </Button>
          ))}
        </Box>
      )}
      {open === 'remove' && (
        <Dialog
          title="要删除这条常用回复吗？"
          confirmWord="删除"
          isDanger
          isBusy={remove.isBusy}
          onConfirm={() => void removeNow()}
          onCancel={close}
        >
          <ProblemNote problem={remove.problem} />
          <Box as="p">“{nameOf(text)}”删掉后，同事也用不到了；已经写进单里的不受影响。</Box>
        </Dialog>
      )}
    </Box>
  )
}
