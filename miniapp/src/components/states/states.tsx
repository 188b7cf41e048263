import type { ReactNode } from 'react'
import { toSignIn } from '@/platform/navigation'
import type { ApiProblem } from '@/platform/problem'
import { Box } from '../box/box'
import { Button } from '../button/button'
import styles from './states.module.scss'

interface EmptyProps {
  title: string
  detail?: string
  action?: ReactNode
}

/** Nothing here, and what to do about it. */
export function Empty({ title, detail, action }: EmptyProps) {
  return (
    <Box className={styles.state}>
      <Box as="p" className={styles.title}>
        {title}
      </Box>
      {detail !== undefined && (
        <Box as="p" className={styles.detail}>
          {detail}
        </Box>
      )}
      {action !== undefined && <Box className={styles.action}>{action}</Box>}
    </Box>
  )
}

/** In place of what could not be fetched. */
export function ErrorState({ problem, onRetry }: { problem: ApiProblem; onRetry: () => void }) {
  const isSignedOut = problem.code === 'not_signed_in'
  return (
    <Box className={styles.state}>
      <Box as="p" className={styles.detail} role="alert">
        {problem.message}
      </Box>
      <Box className={styles.action}>
        <Button size="small" onPress={isSignedOut ? toSignIn : onRetry}>
          {isSignedOut ? '去登录' : '再试一次'}
        </Button>
      </Box>
    </Box>
  )
}

/** Above a form that was refused as a whole. */
export function ProblemNote({ problem }: { problem: ApiProblem | undefined }) {
  if (!problem) return null
  return (
    <Box className={styles.problem} role="alert">
      {problem.message}
    </Box>
  )
}

/** The shape of what is on its way. */
export function Skeleton({ cards = 3 }: { cards?: number }) {
  return (
    <Box role="status" label="正在加载">
      {Array.from({ length: cards }, (_, index) => (
        <Box key={index} className={styles.skeleton} isHidden>
          <Box className={styles.bone} />
          <Box className={[styles.bone, styles.short].join(' ')} />
        </Box>
      ))}
    </Box>
  )
}
