import { useState } from 'react'
import type { CreateSession } from '@xinban/shared/contracts'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { Field } from '@/components/field/field'
import { Form } from '@/components/form/form'
import { focusField } from '@/platform/focus'
import styles from './index.module.scss'

interface PasswordFormProps {
  isBusy: boolean
  onSignIn: (credentials: CreateSession) => void
}

export function PasswordForm({ isBusy, onSignIn }: PasswordFormProps) {
  const [account, setAccount] = useState('')
  const [password, setPassword] = useState('')
  const [isTried, setTried] = useState(false)
  const accountError = isTried && account.trim() === '' ? '请填写账号' : undefined
  const passwordError = isTried && password === '' ? '请填写密码' : undefined

  function submit() {
    setTried(true)
    if (account.trim() === '') focusField('account')
    else if (password === '') focusField('password')
    else onSignIn({ provider: 'password', account, password })
  }

  return (
    <Box as="section" className={styles.way}>
      <Box as="h2" className={styles.title}>
        用账号密码登录
      </Box>
      <Form onSubmit={submit}>
        <Field
          id="account"
          label="账号"
          value={account}
          maxLength={64}
          error={accountError}
          onChange={setAccount}
          autoComplete="username"
          isRequired
        />
        <Field
          id="password"
          label="密码"
          type="password"
          value={password}
          maxLength={200}
          error={passwordError}
          onChange={setPassword}
          autoComplete="current-password"
          isRequired
        />
        <Button kind="secondary" isSubmit isBusy={isBusy}>
          登录
        </Button>
      </Form>
    </Box>
  )
}
