import { useState } from 'react'
import { useReachBottom } from '@tarojs/taro'
import type { Membership, Unit } from '@xinban/shared/contracts'
import { unitKindWords, wishCategoryWords } from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { Page } from '@/components/page/page'
import { PagedList } from '@/components/paged-list/paged-list'
import { SignInPrompt } from '@/components/sign-in-prompt/sign-in-prompt'
import { Empty } from '@/components/states/states'
import { usePages } from '@/hooks/use-pages'
import { useSession } from '@/hooks/use-session'
import { open } from '@/platform/navigation'
import { UnitForm } from './unit-form'
import styles from '../wishes.module.scss'

/** Who may claim wishes here: registered, changed and switched off by the street or the district. */
export default function Units() {
  const session = useSession()
  const by = session?.memberships.find(({ role }) => role === 'street_staff' || role === 'district_admin')
  return (
    <Page title="单位和志愿队" isRefreshable={session !== null}>
      {!session && <SignInPrompt detail="登录后可以登记单位" />}
      {session && !by && <Empty title="这里给街道和区用" detail="单位和志愿队由街道或区来登记" />}
      {by && <Registry by={by} />}
    </Page>
  )
}

function Registry({ by }: { by: Membership }) {
  const units = usePages('units.list', { membershipId: by.id })
  useReachBottom(units.loadMore)
  /** The code of the unit that is being changed, or an empty string for a new one. */
  const [edited, setEdited] = useState<string>()

  function done(unit: Unit) {
    const isNew = edited === ''
    setEdited(undefined)
    if (isNew) void units.reload()
    else units.put(unit)
  }

  return (
    <>
      <Box as="p" className={styles.lead}>
        {by.org.name}登记的单位可以认领心愿墙上的心愿。能力和范围写准，就能优先看到合适的。
      </Box>
      {edited === '' ? (
        <UnitForm by={by} onDone={done} onCancel={() => setEdited(undefined)} />
      ) : (
        <Box className={styles.actions}>
          <Button kind="primary" onPress={() => setEdited('')}>
            登记一个单位
          </Button>
        </Box>
      )}
      <Box className={styles.heading} />
      <PagedList
        pages={units}
        isInColumns
        empty={<Empty title="还没有登记单位" detail="登记后，单位的联系人就能认领心愿" />}
      >
        {(unit) => (
          <Box as="li" className={styles.card}>
            {edited === unit.code ? (
              <UnitForm by={by} unit={unit} onDone={done} onCancel={() => setEdited(undefined)} />
            ) : (
              <UnitCard unit={unit} onEdit={() => setEdited(unit.code)} />
            )}
          </Box>
        )}
      </PagedList>
    </>
  )
}

function UnitCard({ unit, onEdit }: { unit: Unit; onEdit: () => void }) {
  const { name, kind, categories, tags, areas, parent, isActive, openClaims, members, allowedActions, code } = unit
  const can = [...categories.map((category) => wishCategoryWords[category]), ...tags].join('、')
  const where = areas.length > 0 ? areas.map((area) => area.name).join('、') : `${parent.name}全部`
  return (
    <>
      <Box as="h2" className={styles.cardTitle}>
        {name}
      </Box>
      <Box as="p" className={styles.state}>
        {unitKindWords[kind]} · {isActive ? `在手 ${openClaims} 个` : '已停用'}
      </Box>
      <Box as="p" className={styles.quiet}>
        能做：{can}
      </Box>
      <Box as="p" className={styles.quiet}>
        服务：{where}
      </Box>
      <Box as="p" className={styles.quiet}>
        {members.length > 0
          ? `联系人：${members.map((member) => member.name ?? '未留姓名').join('、')}`
          : '还没有联系人，添加后才能领单'}
      </Box>
      <Box className={styles.actions}>
        {allowedActions.includes('update') && (
          <Button size="small" onPress={onEdit}>
            修改
          </Button>
        )}
        <Button
          size="small"
          label={`${members.length > 0 ? '联系人' : '添加联系人'}：${name}`}
          onPress={() => open('members', { org: code })}
        >
          {members.length > 0 ? '联系人' : '添加联系人'}
        </Button>
        <Button size="small" onPress={() => open('unit-statement', { code })}>
          年度小结
        </Button>
      </Box>
    </>
  )
}
