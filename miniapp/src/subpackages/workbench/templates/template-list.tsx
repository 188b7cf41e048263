import { useState } from 'react'
import type { Membership } from '@xinban/shared/contracts'
import type { TemplatePurpose } from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { Empty, ErrorState, Skeleton } from '@/components/states/states'
import { useAct } from '@/hooks/use-act'
import { useRemote } from '@/hooks/use-remote'
import { say } from '@/platform/messages'
import { TemplateCard } from './template-card'
import { TemplateForm } from './template-form'
import styles from './index.module.scss'

/** The words for one purpose: those of the own org to change, those from above to read. */
export function TemplateList({ membership, purpose }: { membership: Membership; purpose: TemplatePurpose }) {
  const [isAdding, setAdding] = useState(false)
  const membershipId = membership.id
  const { data, problem, isLoading, reload } = useRemote('templates.list', { query: { membershipId, purpose } })
  const create = useAct('templates.create')

  async function add(text: string) {
    if (!(await create.act({ body: { membershipId, purpose, text } }))) return
    setAdding(false)
    say('已加上')
    reload()
  }

  return (
    <>
      {isAdding ? (
        <TemplateForm
          id="new-template"
          initial=""
          isBusy={create.isBusy}
          problem={create.problem}
          onSubmit={(text) => void add(text)}
          onCancel={() => setAdding(false)}
        />
      ) : (
        <Button kind="primary" className={styles.add} onPress={() => setAdding(true)}>
          加一条
        </Button>
      )}
      {isLoading && <Skeleton />}
      {problem && !data && <ErrorState problem={problem} onRetry={reload} />}
      {data?.items.length === 0 && <Empty title="还没有常用回复" detail="把常写的话加进来，办单时点一下就能用上" />}
      <Box as="ul" className={styles.list}>
        {data?.items.map((template) => (
          <TemplateCard
            key={`${template.id} ${template.version}`}
            template={template}
            homeCode={membership.org.code}
            onChanged={reload}
          />
        ))}
      </Box>
    </>
  )
}
