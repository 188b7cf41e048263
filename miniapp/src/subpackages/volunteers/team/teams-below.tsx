import { useState } from 'react'
import type { OrgRef } from '@xinban/shared/contracts'
import { Box } from '@/components/box/box'
import { Select } from '@/components/select/select'
import { Empty, ErrorState, Skeleton } from '@/components/states/states'
import { useRemote } from '@/hooks/use-remote'
import { Desk } from './desk'

/** The teams that a community, street or district answers for: one of them at a time, on its own desk. */
export function TeamsBelow({ org }: { org: OrgRef }) {
  const [chosen, setChosen] = useState<string>()
  const { data, problem, isLoading, reload } = useRemote('volunteer-teams.list', { query: { org: org.code } })
  if (isLoading) return <Skeleton />
  if (!data) return problem ? <ErrorState problem={problem} onRetry={reload} /> : null
  const own = data.items.filter(({ allowedActions }) => allowedActions.includes('manage'))
  const team = own.find(({ org: { code } }) => code === chosen) ?? own[0]
  if (!team) return <Empty title="还没有志愿队" detail="本辖区的队伍写好介绍后会出现在这里" />
  return (
    <Box>
      <Select
        id="team"
        label="哪个队伍"
        options={own.map(({ org: { code, name } }) => ({ value: code, word: name }))}
        value={team.org.code}
        placeholder="请选择"
        onChange={setChosen}
      />
      <Desk key={team.org.code} team={team.org} />
    </Box>
  )
}
