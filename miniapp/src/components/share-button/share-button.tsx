import { Button as TaroButton } from '@tarojs/components'
import { buttonClass } from '../button/button-class'
import type { ShareButtonProps } from './share-button.types'

/** WeChat asks the page what it passes on (`useShareAppMessage`). */
export function ShareButton({ title }: ShareButtonProps) {
  return (
    <TaroButton className={buttonClass({ size: 'small' })} openType="share" ariaLabel={`分享${title}`}>
      分享
    </TaroButton>
  )
}
