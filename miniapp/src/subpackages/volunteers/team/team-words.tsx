import { useState } from 'react'
import type { OrgRef, VolunteerTeam } from '@xinban/shared/contracts'
import { Button } from '@/components/button/button'
import { Form } from '@/components/form/form'
import { ErrorState, ProblemNote, Skeleton } from '@/components/states/states'
import { Switch } from '@/components/switch/switch'
import { TextArea } from '@/components/text-area/text-area'
import { useAct } from '@/hooks/use-act'
import { useRemote } from '@/hooks/use-remote'
import { focusField } from '@/platform/focus'
import { say } from '@/platform/messages'

/** What the team says of itself, and whether it takes more people. */
export function TeamWords({ team }: { team: OrgRef }) {
  const { data, problem, isLoading, reload } = useRemote('volunteer-teams.list', { query: { org: team.code } })
  if (isLoading) return <Skeleton cards={1} />
  if (!data) return problem ? <ErrorState problem={problem} onRetry={reload} /> : null
  const own = data.items.find(({ org }) => org.code === team.code)
  return <WordsForm key={own?.version ?? 0} code={team.code} own={own} onSaved={reload} />
}

interface WordsFormProps {
  code: string
  own: VolunteerTeam | undefined
  onSaved: () => void
}

function WordsForm({ code, own, onSaved }: WordsFormProps) {
  const [intro, setIntro] = useState(own?.intro ?? '')
  const [isOpen, setOpen] = useState(own?.isOpen ?? true)
  const [isChecked, setChecked] = useState(false)
  const { act, isBusy, problem } = useAct('volunteer-teams.save')

  async function submit() {
    setChecked(true)
    if (intro.trim() === '') return focusField('intro')
    if (!(await act({ params: { code }, body: { intro, isOpen }, version: own?.version ?? 0 }))) return
    say('存好了')
    onSaved()
  }

  return (
    <Form onSubmit={() => void submit()}>
      <ProblemNote problem={problem} />
      <TextArea
        id="intro"
        label="队伍做什么"
        placeholder="比如：周末上门帮独居老人修灯换锁"
        value={intro}
        maxLength={300}
        error={problem?.fields.intro ?? (isChecked && intro.trim() === '' ? '请写一句队伍做什么' : undefined)}
        onChange={setIntro}
        isRequired
      />
      <Switch label="招新" detail={isOpen ? '居民可以报名加入' : '现在不招新'} isOn={isOpen} onTurn={setOpen} />
      <Button kind="primary" isSubmit isBusy={isBusy}>
        保存
      </Button>
    </Form>
  )
}
