import type { OrgRef } from '@xinban/shared/contracts'
import { chinaDate } from '@xinban/shared/domain'
import { Page } from '@/components/page/page'
import { ErrorState, Skeleton } from '@/components/states/states'
import { useNow } from '@/hooks/use-now'
import { useRemote } from '@/hooks/use-remote'
import { useSession } from '@/hooks/use-session'
import { SettersOnly } from '../setters-only'
import { LimitEditor } from './limit-editor'

/** How long everything may take in a district. */
export default function Limits() {
  const session = useSession()
  return (
    <Page title="办理时限" isWide isRefreshable={session !== null}>
      <SettersOnly>{(district) => <Known key={district.code} district={district} />}</SettersOnly>
    </Page>
  )
}

function Known({ district }: { district: OrgRef }) {
  const now = useNow()
  const query = { districtCode: district.code }
  const settings = useRemote('limits.show', { query })
  const calendar = useRemote('calendar.show', { query: { ...query, year: Number(chinaDate(now).slice(0, 4)) } })
  const problem = settings.problem ?? calendar.problem
  const reload = () => {
    settings.reload()
    calendar.reload()
  }
  if (settings.data && calendar.data)
    return (
      <LimitEditor
        key={settings.data.version}
        settings={settings.data}
        year={calendar.data}
        now={now}
        onSaved={reload}
      />
    )
  return problem ? <ErrorState problem={problem} onRetry={reload} /> : <Skeleton />
}
