import type { OrgRef } from '@xinban/shared/contracts'
import { Page } from '@/components/page/page'
import { ErrorState, Skeleton } from '@/components/states/states'
import { useNow } from '@/hooks/use-now'
import { useRemote } from '@/hooks/use-remote'
import { SettersOnly } from '../setters-only'
import { RuleEditor } from './rule-editor'

/** By which rules the scores of a district are made. */
export default function Rules() {
  return (
    <Page title="评分规则" isWide>
      <SettersOnly>{(district) => <Known key={district.code} district={district} />}</SettersOnly>
    </Page>
  )
}

function Known({ district }: { district: OrgRef }) {
  const now = useNow()
  const { data, problem, reload } = useRemote('score-rules.show', { query: { districtCode: district.code } })
  if (data) return <RuleEditor key={data.version} settings={data} now={now} onSaved={reload} />
  return problem ? <ErrorState problem={problem} onRetry={reload} /> : <Skeleton />
}
