import { Button } from '@/components/button/button'
import { Field } from '@/components/field/field'
import { Form } from '@/components/form/form'
import { ProblemNote } from '@/components/states/states'
import type { ApiProblem } from '@/platform/problem'

interface Props {
  readonly id: string
  readonly label: string
  readonly className?: string | undefined
  readonly value: string
  readonly isMissing: boolean
  readonly problem: ApiProblem | undefined
  /** Nobody has the number: whoever asks says what to do then. */
  readonly isUnknown: boolean
  readonly isBusy: boolean
  /** There is something more to press now. */
  readonly isAnswered: boolean
  readonly onChange: (value: string) => void
  readonly onSubmit: () => void
}

/** Finds a person by the phone number that they confirmed. */
export function PhoneLookup(props: Props) {
  const { id, label, className, value, isMissing, problem, isUnknown, isBusy, isAnswered, onChange, onSubmit } = props
  return (
    <Form className={className} onSubmit={onSubmit}>
      {!isUnknown && <ProblemNote problem={problem} />}
      <Field
        id={id}
        label={label}
        type="tel"
        hint="对方在“我的资料”里确认过的那个号码"
        value={value}
        maxLength={13}
        error={isMissing ? '请填写手机号' : problem?.fields.phone}
        onChange={onChange}
        isRequired
      />
      <Button kind={isAnswered ? 'secondary' : 'primary'} isSubmit isBusy={isBusy}>
        查找
      </Button>
    </Form>
  )
}
