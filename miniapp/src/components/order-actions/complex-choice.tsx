import { Checkbox } from '../checkbox/checkbox'
import { TextArea } from '../text-area/text-area'

/** Where a reason that is missing is to be written. */
export const complexReasonField = 'complex-reason'

interface ComplexChoiceProps {
  /** Working days that it would have. */
  days: number
  /** Why it is complex; undefined while it is not said to be. */
  reason: string | undefined
  error: string | undefined
  onChange: (reason: string | undefined) => void
}

/** Whether an order is accepted as a complex one, and why. */
export function ComplexChoice({ days, reason, error, onChange }: ComplexChoiceProps) {
  return (
    <>
      <Checkbox
        id="complex"
        label={`情况复杂，需要 ${days} 个工作日`}
        isChecked={reason !== undefined}
        onChange={(isChecked) => onChange(isChecked ? '' : undefined)}
      />
      {reason !== undefined && (
        <TextArea
          id={complexReasonField}
          label="复杂在哪里"
          placeholder="例如：要和产权单位一起换整栋楼的线路"
          hint="居民能看到，期限跟着改"
          value={reason}
          maxLength={500}
          rows={2}
          error={error}
          onChange={onChange}
          isRequired
        />
      )}
    </>
  )
}
