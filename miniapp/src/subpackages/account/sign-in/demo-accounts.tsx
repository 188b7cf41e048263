import { useState } from 'react'
import type { CreateSession, Site } from '@xinban/shared/contracts'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { Field } from '@/components/field/field'
import { Form } from '@/components/form/form'
import styles from './index.module.scss'

interface DemoAccountsProps {
  accounts: Site['demoAccounts']
  isBusy: boolean
  onSignIn: (credentials: CreateSession) => void
}

/** In demo mode everyone may be anyone. */
export function DemoAccounts({ accounts, isBusy, onSignIn }: DemoAccountsProps) {
  const [typed, setTyped] = useState('')
  const enter = (account: string) => onSignIn({ provider: 'demo', account })
  return (
    <Box as="section" className={styles.way}>
      <Box as="h2" className={styles.title}>
        选一个演示身份
      </Box>
      <Box className={styles.accounts}>
        {accounts.map(({ account, words }) => (
          <Button key={account} isDisabled={isBusy} className={styles.account} onPress={() => enter(account)}>
            {words}
            <Box as="span" className={styles.code}>
              {account}
            </Box>
          </Button>
        ))}
      </Box>
      <Form
        onSubmit={() => {
          if (typed.trim() !== '') enter(typed.trim())
        }}
      >
        <Field
          id="demo-account"
          label="演示账号"
          placeholder="例如 resident-2"
          hint="也可以输入别的演示账号"
          value={typed}
          maxLength={64}
          onChange={setTyped}
          isRequired
        />
        <Button isSubmit isBusy={isBusy}>
          用这个账号登录
        </Button>
      </Form>
    </Box>
  )
}
