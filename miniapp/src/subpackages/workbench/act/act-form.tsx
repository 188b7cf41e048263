import type { ComponentType } from 'react'
import type { Order } from '@xinban/shared/contracts'
import type { OrderAction } from '@xinban/shared/domain'
import { DeclineForm } from './decline-form'
import { DispatchForm } from './dispatch-form'
import { GradeForm } from './grade-form'
import { MergeForm } from './merge-form'
import { FulfilForm, ProgressForm, RectifyForm, ReworkForm } from './note-forms'
import { ResolveDeclineForm } from './resolve-decline-form'
import { CallVolunteersForm } from './wall/call-volunteers-form'
import { InviteForm } from './wall/invite-form'
import { ApproveWishForm, OfferForm } from './wall/wall-words-form'
import { FirstContactForm, ReleaseForm, UnlistForm } from './wall/wall-note-forms'
import { CallbackForm } from './trouble/callback-form'
import { RequestExtensionForm } from './trouble/request-extension-form'
import { ResolveDisputeForm } from './trouble/resolve-dispute-form'
import { ResolveEscalationForm } from './trouble/resolve-escalation-form'
import { ResolveExtensionForm } from './trouble/resolve-extension-form'

/** The others take one tap or a question, or belong to residents. */
export type FormAction = Exclude<
  OrderAction,
  | 'accept'
  | 'withdraw'
  | 'rate'
  | 'follow-up-rating'
  | 'second'
  | 'unmerge'
  | 'urge'
  | 'dispute'
  | 'claim'
  | 'join'
  | 'lapse'
>

interface FormProps {
  order: Order
  /** Which order to merge into, where one was proposed. */
  into?: string | undefined
}

const forms: Record<FormAction, ComponentType<FormProps>> = {
  decline: DeclineForm,
  'resolve-decline': ResolveDeclineForm,
  dispatch: DispatchForm,
  progress: ProgressForm,
  fulfil: FulfilForm,
  grade: GradeForm,
  rework: ReworkForm,
  merge: MergeForm,
  callback: CallbackForm,
  rectify: RectifyForm,
  'request-extension': RequestExtensionForm,
  'resolve-extension': ResolveExtensionForm,
  'resolve-dispute': ResolveDisputeForm,
  'resolve-escalation': ResolveEscalationForm,
  approve: ApproveWishForm,
  'offer-to-units': OfferForm,
  unlist: UnlistForm,
  'first-contact': FirstContactForm,
  release: ReleaseForm,
  'invite-unit': InviteForm,
  'call-volunteers': CallVolunteersForm,
}
export const isFormAction = (action: string | undefined): action is FormAction =>
  action !== undefined && action in forms

/** The form of an action, wherever it stands. */
export function ActForm({ action, ...props }: FormProps & { action: FormAction }) {
  const Form = forms[action]
  return <Form {...props} />
}
