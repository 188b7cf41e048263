import type { OrgRef } from '@xinban/shared/contracts'
import { Page } from '@/components/page/page'
import { ErrorState, Skeleton } from '@/components/states/states'
import { useNow } from '@/hooks/use-now'
import { useRemote } from '@/hooks/use-remote'
import { SettersOnly } from '../setters-only'
import { DefaultsEditor } from './defaults-editor'

/** What a district's halls go by in booking, unless one has its own. */
export default function BookingDefaultsPage() {
  return (
    <Page title="预约的规矩" isWide>
      <SettersOnly>{(district) => <Known key={district.code} district={district} />}</SettersOnly>
    </Page>
  )
}

function Known({ district }: { district: OrgRef }) {
  const now = useNow()
  const { data, problem, reload } = useRemote('booking-defaults.show', { query: { districtCode: district.code } })
  if (data) return <DefaultsEditor key={data.version} settings={data} now={now} onSaved={reload} />
  return problem ? <ErrorState problem={problem} onRetry={reload} /> : <Skeleton />
}
