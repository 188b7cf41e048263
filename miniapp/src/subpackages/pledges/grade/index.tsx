import { PledgeFormPage } from '../pledge-form-page'
import { GradeForm } from './grade-form'

/** The street's marks for one finished thing. */
export default function PledgeGrade() {
  return (
    <PledgeFormPage title="评单" action="grade">
      {(pledge, onStale) => <GradeForm pledge={pledge} onStale={onStale} />}
    </PledgeFormPage>
  )
}
