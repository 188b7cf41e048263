import type { VolunteerTeam } from '@xinban/shared/contracts'
import { volunteerStateWords } from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { Empty, ErrorState, ProblemNote, Skeleton } from '@/components/states/states'
import { useAct } from '@/hooks/use-act'
import { useRemote } from '@/hooks/use-remote'
import { say } from '@/platform/messages'
import styles from '../volunteers.module.scss'

/** The teams of the district, and joining one. */
export function Teams({ org }: { org: string }) {
  const { data, problem, isLoading, reload } = useRemote('volunteer-teams.list', { query: { org } })
  if (isLoading) return <Skeleton />
  if (!data) return problem ? <ErrorState problem={problem} onRetry={reload} /> : null
  if (data.items.length === 0) return <Empty title="还没有志愿队" detail="有队伍开始招新会出现在这里" />
  return (
    <Box as="ul" className={styles.list}>
      {data.items.map((team) => (
        <Team key={team.org.code} team={team} onChanged={reload} />
      ))}
    </Box>
  )
}

function Team({ team, onChanged }: { team: VolunteerTeam; onChanged: () => void }) {
  const { act, isBusy, problem } = useAct('volunteer-teams.join')
  const { org, intro, own, isOpen, allowedActions } = team
  async function join() {
    if (!(await act({ params: { code: org.code }, body: {} }))) return
    say('报上名了，等队伍同意')
    onChanged()
  }
  return (
    <Box as="li" className={styles.card}>
      <Box as="h3" className={styles.title}>
        {org.name}
      </Box>
      <Box as="p" className={styles.words}>
        {intro}
      </Box>
      <Box as="p" className={styles.meta}>
        {own === null ? (isOpen ? '正在招新' : '现在不招新') : volunteerStateWords[own]}
      </Box>
      <ProblemNote problem={problem} />
      {allowedActions.includes('join') && (
        <Box className={styles.actions}>
          <Button size="small" label={`加入${org.name}`} isBusy={isBusy} onPress={() => void join()}>
            加入
          </Button>
        </Box>
      )}
    </Box>
  )
}
