import type { ComponentType } from 'react'
import type { Order } from '@xinban/shared/contracts'
import type { OrderAction } from '@xinban/shared/domain'
import { DeclineForm } from './decline-form'
import { DispatchForm } from './dispatch-form'
import { GradeForm } from './grade-form'
import { MergeForm } from './merge-form'
import { FulfilForm, ProgressForm, ReworkForm } from './note-forms'
import { ResolveDeclineForm } from './resolve-decline-form'

export type FormAction = Exclude<OrderAction, 'accept' | 'withdraw' | 'rate' | 'approve' | 'second' | 'unmerge'>

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
}
export const isFormAction = (action: string | undefined): action is FormAction =>
  action !== undefined && action in forms

/** The form of an action, wherever it stands. */
export function ActForm({ action, ...props }: FormProps & { action: FormAction }) {
  const Form = forms[action]
  return <Form {...props} />
}
