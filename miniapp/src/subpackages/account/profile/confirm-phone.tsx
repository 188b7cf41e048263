import { Button } from '@tarojs/components'
import { useState } from 'react'
import { Box } from '@/components/box/box'
import { buttonClass } from '@/components/button/button-class'
import type { ConfirmPhoneProps } from './confirm-phone.types'
import { ConfirmElsewhere } from './confirm-elsewhere'
import styles from './index.module.scss'

/** WeChat shows its own sheet and hands out a code, but only to a button of its own kind. */
export function ConfirmPhone({ isKnown, isOffered, isBusy, onCode }: ConfirmPhoneProps) {
  const [isRefused, setRefused] = useState(false)
  if (!isOffered) return <ConfirmElsewhere />
  return (
    <>
      <Button
        className={buttonClass({ kind: 'secondary', isBusy })}
        openType="getPhoneNumber"
        disabled={isBusy}
        loading={isBusy}
        onGetPhoneNumber={({ detail }) => {
          setRefused(!detail.code)
          if (detail.code) onCode(detail.code)
        }}
      >
        {isKnown ? '换成微信现在的手机号' : '用微信确认手机号'}
      </Button>
      {isRefused && (
        <Box as="p" className={styles.why} role="status">
          手机号没有确认，想确认时再点一次就行。
        </Box>
      )}
    </>
  )
}
