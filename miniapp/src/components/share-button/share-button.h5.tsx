import { say } from '@/platform/messages'
import { shareAddress } from '@/platform/share.h5'
import { Button } from '../button/button'
import type { ShareButtonProps } from './share-button.types'

export function ShareButton({ title, url }: ShareButtonProps) {
  return (
    <Button
      size="small"
      label={`分享${title}`}
      onPress={() => void shareAddress(title, url).then((words) => words !== null && say(words))}
    >
      分享
    </Button>
  )
}
