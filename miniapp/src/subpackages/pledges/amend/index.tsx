import { PledgeFormPage } from '../pledge-form-page'
import { AmendForm } from './amend-form'

/** Published pledges are amended, never overwritten: the public sees the old value, the new one and the reason. */
export default function PledgeAmend() {
  return (
    <PledgeFormPage title="调整承诺" action="amend">
      {(pledge, onStale) => <AmendForm key={pledge.version} pledge={pledge} onStale={onStale} />}
    </PledgeFormPage>
  )
}
