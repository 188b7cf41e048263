import { useState } from 'react'
import { useReachBottom } from '@tarojs/taro'
import type { Membership } from '@xinban/shared/contracts'
import { ledgerNames, ledgers, readsLedgers, type LedgerFormat, type LedgerName } from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { Page } from '@/components/page/page'
import { PagedFrame } from '@/components/paged-list/paged-list'
import { SignInPrompt } from '@/components/sign-in-prompt/sign-in-prompt'
import { Empty, ProblemNote } from '@/components/states/states'
import { Tabs } from '@/components/tabs/tabs'
import { useAct } from '@/hooks/use-act'
import { useNow } from '@/hooks/use-now'
import { usePages } from '@/hooks/use-pages'
import { useMembership, useSession } from '@/hooks/use-session'
import { saveFile } from '@/platform/save-file'
import { LedgerFilters, noWish, type LedgerWish } from './ledger-filters'
import { LedgerRows } from './ledger-rows'
import styles from './index.module.scss'

/** The four ledgers of a member's territory, to read and to take out. */
export default function Ledgers() {
  const session = useSession()
  const membership = useMembership()
  return (
    <Page title="台账" isWide isRefreshable={session !== null}>
      {!session && <SignInPrompt detail="社区、街道（镇）、区里的工作人员和督查登录后可以看" />}
      {session && membership && readsLedgers(membership.role) && <LedgerDesk membership={membership} />}
      {session && !(membership && readsLedgers(membership.role)) && (
        <Empty title="这里给管台账的人看" detail="社区、街道（镇）、区里的工作人员和督查可以看自己辖区的台账" />
      )}
    </Page>
  )
}

const tabs = ledgerNames.map((key) => ({ key, word: ledgers[key].word }))

/** What the person chose, as the server is asked; nothing for what they left open. */
function filtersOf({ from, to, street, community, state, kind }: LedgerWish, membershipId: string) {
  const chosen = { from, to, org: community || street, state, kind }
  return { ...Object.fromEntries(Object.entries(chosen).filter(([, value]) => value !== '')), membershipId }
}

function LedgerDesk({ membership }: { membership: Membership }) {
  const now = useNow()
  const [name, setName] = useState<LedgerName>('orders')
  const [wish, setWish] = useState(noWish)
  const filters = filtersOf(wish, membership.id)
  const rows = usePages('ledgers.list', filters, { name })
  useReachBottom(rows.loadMore)
  const { word, dateWord } = ledgers[name]
  return (
    <>
      <Tabs
        {...{ label: '台账', tabs, active: name, panelId: 'ledger' }}
        onChange={(next) => {
          setName(next)
          // States and kinds are each ledger's own.
          setWish({ ...wish, state: '', kind: '' })
        }}
      />
      <Box id="ledger" role="tabpanel" label={word}>
        <LedgerFilters
          {...{ name, membership, wish }}
          onChange={(part) => setWish((before) => ({ ...before, ...part }))}
        />
        <Box as="p" className={styles.lead}>
          按{dateWord}，不选就是最近 30 天，一次最多 366 天。姓名已脱敏；每次导出都有记录。
        </Box>
        <ExportButtons name={name} filters={filters} />
        <PagedFrame
          pages={rows}
          empty={<Empty title={`这段时间的${word}是空的`} detail="换一段时间，或者去掉类别、状态再看" />}
        >
          <LedgerRows name={name} rows={rows.items} now={now} />
        </PagedFrame>
      </Box>
    </>
  )
}

function ExportButtons({ name, filters }: { name: LedgerName; filters: ReturnType<typeof filtersOf> }) {
  const { act, isBusy, problem } = useAct('ledgers.link')
  const [said, setSaid] = useState('')

  async function take(format: LedgerFormat) {
    setSaid('')
    const link = await act({ params: { name }, body: { format, ...filters } })
    if (!link) return
    setSaid(await saveFile(link.url).catch(() => '没能下载，请检查网络后再导出一次'))
  }

  return (
    <Box className={styles.exports}>
      <Button size="small" isBusy={isBusy} onPress={() => void take('xlsx')}>
        导出 Excel
      </Button>
      <Button size="small" isBusy={isBusy} onPress={() => void take('csv')}>
        导出 CSV
      </Button>
      <Box as="span" role="status">
        {said}
      </Box>
      <ProblemNote problem={problem} />
    </Box>
  )
}
