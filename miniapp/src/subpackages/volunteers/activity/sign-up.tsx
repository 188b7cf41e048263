import type { Activity } from '@xinban/shared/contracts'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { ProblemNote } from '@/components/states/states'
import { useAct } from '@/hooks/use-act'
import { useSession } from '@/hooks/use-session'
import { say } from '@/platform/messages'
import { open, toSignIn } from '@/platform/navigation'
import styles from '../volunteers.module.scss'

/** The one action of the page for who has no place yet, or the way to it. */
export function SignUp({ activity, onChanged }: { activity: Activity; onChanged: () => void }) {
  const session = useSession()
  const { act, isBusy, problem } = useAct('activities.sign-up')
  async function signUp() {
    if (!(await act({ params: { id: activity.id }, body: {} }))) return
    say('报上名了，到时见')
    onChanged()
  }
  if (!session) {
    return (
      <Box className={styles.actions}>
        <Button kind="primary" onPress={toSignIn}>
          登录后报名
        </Button>
      </Box>
    )
  }
  return (
    <>
      <ProblemNote problem={problem} />
      {activity.allowedActions.includes('sign-up') ? (
        <Box className={styles.actions}>
          <Button kind="primary" isBusy={isBusy} onPress={() => void signUp()}>
            我要报名
          </Button>
        </Box>
      ) : (
        !activity.isCancelled &&
        !activity.allowedActions.includes('manage') && (
          <Box className={styles.actions}>
            <Button size="small" onPress={() => open('volunteering')}>
              先加入队伍，再来报名
            </Button>
          </Box>
        )
      )}
    </>
  )
}
