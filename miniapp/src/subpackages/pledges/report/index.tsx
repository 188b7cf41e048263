import { PledgeFormPage } from '../pledge-form-page'
import { ReportForm } from './report-form'

/** Progress from the phone, with a photo, in under a minute. */
export default function PledgeReport() {
  return (
    <PledgeFormPage title="报进展" action="progress">
      {(pledge, onStale) => <ReportForm pledge={pledge} onStale={onStale} />}
    </PledgeFormPage>
  )
}
