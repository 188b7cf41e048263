import { Empty } from '@/components/states/states'
import { usePageQuery } from '@/platform/navigation'
import { PledgeFormPage } from '../pledge-form-page'
import { AnswerForm } from './answer-form'

/** The public answer to an objection; of an appeal the district's. */
export default function PledgeAnswer() {
  const { objection: objectionId } = usePageQuery()
  return (
    <PledgeFormPage title="答复异议" action="resolve-objection" isRefreshable>
      {(pledge, onStale) => {
        const objection = pledge.objections.find(({ id }) => id === objectionId)
        if (!objection) return <Empty title="没有找到这条异议" detail="请从实事的页面里打开" />
        return <AnswerForm pledge={pledge} objection={objection} onStale={onStale} />
      }}
    </PledgeFormPage>
  )
}
