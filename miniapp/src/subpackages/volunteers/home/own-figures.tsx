import { sayMinutes } from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { ErrorState, Skeleton } from '@/components/states/states'
import { useRemote } from '@/hooks/use-remote'
import { open } from '@/platform/navigation'
import styles from '../volunteers.module.scss'

/** My hours and points, with the ways to what they are good for. */
export function OwnFigures() {
  const { data, problem, isLoading, reload } = useRemote('volunteers.me', {})
  if (isLoading) return <Skeleton cards={1} />
  if (!data) return problem ? <ErrorState problem={problem} onRetry={reload} /> : null
  return (
    <Box className={styles.card}>
      <Box className={styles.figures}>
        <Box>
          <Box as="p" className={styles.meta}>
            服务时长
          </Box>
          <Box as="p" className={styles.large}>
            {sayMinutes(data.minutes)}
          </Box>
        </Box>
        <Box>
          <Box as="p" className={styles.meta}>
            积分
          </Box>
          <Box as="p" className={styles.large}>
            {data.balance}
          </Box>
        </Box>
      </Box>
      <Box className={styles.actions}>
        <Button size="small" onPress={() => open('market')}>
          去集市兑换
        </Button>
        <Button size="small" onPress={() => open('certificate')}>
          服务证明
        </Button>
      </Box>
    </Box>
  )
}
