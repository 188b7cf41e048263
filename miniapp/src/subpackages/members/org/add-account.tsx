import { useState } from 'react'
import type { OrgRef } from '@xinban/shared/contracts'
import { passwordMinLength, roleWords, type Role } from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { Field } from '@/components/field/field'
import { Form } from '@/components/form/form'
import { ProblemNote } from '@/components/states/states'
import { useAct } from '@/hooks/use-act'
import { focusField } from '@/platform/focus'
import styles from '../members.module.scss'

interface AddAccountProps {
  org: OrgRef
  role: Role
  phone: string
  onAdded: (name: string) => void
}

/** For a phone that nobody confirmed: they confirm it themselves, or get an account with a first password. */
export function AddAccount({ org, role, phone, onAdded }: AddAccountProps) {
  const [isOpen, setOpen] = useState(false)
  return (
    <Box className={styles.card} role="status">
      <Box as="h3" className={styles.name}>
        这个手机号还没有人确认过
      </Box>
      <Box as="p" className={styles.detail}>
        请对方打开“我的”，登录后在“我的资料”里确认手机号，再查找一次。对方不用微信的，可以开一个账号。
      </Box>
      {isOpen ? (
        <AccountForm org={org} role={role} phone={phone} onAdded={onAdded} />
      ) : (
        <Box className={styles.actions}>
          <Button onPress={() => setOpen(true)}>开一个账号</Button>
        </Box>
      )}
    </Box>
  )
}

function AccountForm({ org, role, phone, onAdded }: AddAccountProps) {
  const [account, setAccount] = useState('')
  const [name, setName] = useState('')
  const [password, setPassword] = useState('')
  const [hasTried, setTried] = useState(false)
  const grant = useAct('members.grant')
  const fields = grant.problem?.fields
  const missing = (value: string, words: string) => (hasTried && value.trim() === '' ? words : undefined)

  async function submit() {
    setTried(true)
    if (account.trim() === '') return focusField('member-account')
    if (name.trim() === '') return focusField('member-name')
    if (password === '') return focusField('member-password')
    const member = await grant.act({ body: { account, name, password, phone, role, orgCode: org.code } })
    if (member) onAdded(member.name)
  }

  return (
    <Form onSubmit={() => void submit()}>
      <ProblemNote problem={grant.problem} />
      <Field
        id="member-name"
        label="姓名"
        value={name}
        maxLength={40}
        error={fields?.name ?? missing(name, '请填写姓名')}
        onChange={setName}
        isRequired
      />
      <Field
        id="member-account"
        label="账号"
        value={account}
        maxLength={64}
        hint="登录时填的名字，字母或数字"
        autoComplete="off"
        error={fields?.account ?? missing(account, '请填写账号')}
        onChange={setAccount}
        isRequired
      />
      <Field
        id="member-password"
        label="初始密码"
        type="password"
        value={password}
        maxLength={200}
        hint={`至少 ${passwordMinLength} 个字符；当面告诉对方，请对方登录后改掉`}
        autoComplete="new-password"
        error={fields?.password ?? missing(password, '请填写初始密码')}
        onChange={setPassword}
        isRequired
      />
      <Button kind="primary" isSubmit isBusy={grant.isBusy}>
        开账号，添加为{roleWords[role]}
      </Button>
    </Form>
  )
}
