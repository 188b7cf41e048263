import { useState, type ComponentType } from 'react'
import type { Whistle } from '@xinban/shared/contracts'
import { whistleActionWords, type WhistleAction } from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { ProblemNote } from '@/components/states/states'
import { GradeDepartmentForm, GradeStreetForm } from './grade-forms'
import { CloseForm, ContactForm, RefuseForm, SendBackForm, WithdrawForm } from './note-forms'
import { FinishForm, ProgressForm } from './report-forms'
import { ReportInForm } from './report-in-form'
import { ResolveRefusalForm } from './resolve-refusal-form'
import { useWhistleAct, type FormProps } from './use-whistle-act'
import styles from './index.module.scss'

const forms: Record<Exclude<WhistleAction, 'sign'>, ComponentType<FormProps>> = {
  refuse: RefuseForm,
  'resolve-refusal': ResolveRefusalForm,
  contact: ContactForm,
  'report-in': ReportInForm,
  progress: ProgressForm,
  finish: FinishForm,
  'send-back': SendBackForm,
  close: CloseForm,
  withdraw: WithdrawForm,
  'grade-department': GradeDepartmentForm,
  'grade-street': GradeStreetForm,
}

/** What brings a whistle on: the first one that is allowed stands out. */
const steps: readonly WhistleAction[] = [
  ...(['sign', 'resolve-refusal', 'report-in', 'close', 'finish', 'grade-department', 'grade-street'] as const),
]
const order: readonly WhistleAction[] = [
  ...steps,
  ...(['contact', 'progress', 'send-back', 'refuse', 'withdraw'] as const),
]

interface ActionsProps {
  whistle: Whistle
  onChanged: () => void
}

/** Buttons for what the server allows, and the form of the chosen one in its place. */
export function Actions({ whistle, onChanged }: ActionsProps) {
  const [chosen, setChosen] = useState<Exclude<WhistleAction, 'sign'>>()
  const allowed = order.filter((action) => whistle.allowedActions.includes(action))
  if (allowed.length === 0) return null
  const ChosenForm = chosen && allowed.includes(chosen) ? forms[chosen] : undefined
  function done() {
    setChosen(undefined)
    onChanged()
  }
  return (
    <Box as="section" className={styles.card}>
      <Box className={styles.actions}>
        {allowed.map((action, index) =>
          action === 'sign' ? (
            <SignButton key={action} whistle={whistle} onDone={done} onStale={onChanged} />
          ) : (
            <Button
              key={action}
              size="small"
              kind={index === 0 && steps.includes(action) ? 'primary' : 'secondary'}
              isExpanded={chosen === action}
              onPress={() => setChosen(chosen === action ? undefined : action)}
            >
              {whistleActionWords[action]}
            </Button>
          ),
        )}
      </Box>
      {ChosenForm && (
        <Box className={styles.form}>
          <ChosenForm key={chosen} whistle={whistle} onDone={done} onStale={onChanged} />
        </Box>
      )}
    </Box>
  )
}

/** One tap, as accepting an order is. */
function SignButton(props: FormProps) {
  const { send, isBusy, problem } = useWhistleAct('whistles.sign', props, '已签收')
  return (
    <>
      <Button size="small" kind="primary" isBusy={isBusy} onPress={() => void send({})}>
        签收
      </Button>
      <ProblemNote problem={problem} />
    </>
  )
}
