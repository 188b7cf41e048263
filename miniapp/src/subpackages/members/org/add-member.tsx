import { useState } from 'react'
import type { Answer, OrgRef } from '@xinban/shared/contracts'
import { roleWords, type Role } from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { Select } from '@/components/select/select'
import { ProblemNote } from '@/components/states/states'
import { PhoneLookup } from '@/components/phone-lookup/phone-lookup'
import { useAct } from '@/hooks/use-act'
import { focusField } from '@/platform/focus'
import { say } from '@/platform/messages'
import { AddAccount } from './add-account'
import styles from '../members.module.scss'

interface AddMemberProps {
  org: OrgRef
  /** What the caller may give here; at least one. */
  grantable: readonly Role[]
  onAdded: () => void
}

/** By the phone that they confirmed: whom it belongs to is looked up first, and added only then. */
export function AddMember({ org, grantable, onAdded }: AddMemberProps) {
  const [phone, setPhone] = useState('')
  const [role, setRole] = useState(grantable[0])
  const [isMissing, setMissing] = useState(false)
  const [found, setFound] = useState<Answer<'members.find'>>()
  const [isUnknown, setUnknown] = useState(false)
  const find = useAct('members.find', ({ code }) => setUnknown(code === 'not_found'))
  const grant = useAct('members.grant')
  const who = org.level === 'unit' ? '联系人' : '人员'

  function type(value: string) {
    setPhone(value)
    setFound(undefined)
    setUnknown(false)
  }

  async function look() {
    setMissing(phone.trim() === '')
    type(phone)
    if (phone.trim() === '') return focusField('member-phone')
    setFound(await find.act({ body: { orgCode: org.code, phone: phone.trim() } }))
  }

  function done(name: string) {
    type('')
    say(`已添加${name}`)
    onAdded()
  }

  async function add() {
    if (role === undefined) return
    const member = await grant.act({ body: { orgCode: org.code, phone: phone.trim(), role } })
    if (member) done(member.name)
  }

  return (
    <>
      <Box as="h2" className={styles.heading}>
        添加{who}
      </Box>
      {grantable.length > 1 && (
        <Select
          id="member-role"
          label="给什么角色"
          placeholder="请选择"
          options={grantable.map((value) => ({ value, word: roleWords[value] }))}
          value={role}
          onChange={(next) => setRole(grantable.find((known) => known === next))}
          isRequired
        />
      )}
      <PhoneLookup
        id="member-phone"
        label="对方的手机号"
        className={styles.form}
        value={phone}
        problem={find.problem}
        isBusy={find.isBusy}
        isAnswered={found !== undefined || isUnknown}
        {...{ isMissing, isUnknown }}
        onChange={type}
        onSubmit={() => void look()}
      />
      {found && role !== undefined && (
        <Box className={styles.card} role="status">
          <ProblemNote problem={grant.problem} />
          <Box as="h3" className={styles.name}>
            {found.name ?? '没有填称呼的人'}
          </Box>
          {found.roles.includes(role) ? (
            <Box as="p" className={styles.detail}>
              已经是{org.name}的{roleWords[role]}，不用再加。
            </Box>
          ) : (
            <>
              <Box as="p" className={styles.detail}>
                请核对是不是这个人。添加后，对方马上能以{roleWords[role]}的身份办事；加错了可以结束身份。
              </Box>
              <Box className={styles.actions}>
                <Button kind="primary" isBusy={grant.isBusy} onPress={() => void add()}>
                  添加为{roleWords[role]}
                </Button>
              </Box>
            </>
          )}
        </Box>
      )}
      {isUnknown && !find.isBusy && role !== undefined && (
        <AddAccount org={org} role={role} phone={phone.trim()} onAdded={done} />
      )}
    </>
  )
}
