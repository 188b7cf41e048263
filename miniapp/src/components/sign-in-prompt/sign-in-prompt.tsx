import { open } from '@/platform/navigation'
import { session } from '@/platform/session'
import { Button } from '../button/button'
import { Empty } from '../states/states'

/** In place of what only a signed-in person has. */
export function SignInPrompt({ detail }: { detail: string }) {
  return (
    <Empty
      title={session.owner() === null ? '还没有登录' : '登录已失效，请重新登录'}
      detail={detail}
      action={
        <Button kind="primary" size="small" onPress={() => open('sign-in')}>
          去登录
        </Button>
      }
    />
  )
}
