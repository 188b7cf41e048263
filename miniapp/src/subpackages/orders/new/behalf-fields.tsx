import { Checkbox } from '@/components/checkbox/checkbox'
import { Field } from '@/components/field/field'
import type { FieldsProps } from './form-fields.types'
import { PeopleChoice } from './people-choice'

/** For those who cannot order themselves. The order is theirs, so they have to know of it. */
export function BehalfFields({ draft, change, errors }: FieldsProps) {
  return (
    <>
      <Checkbox
        id="on-behalf"
        label="我在替别人点单"
        isChecked={draft.isOnBehalf}
        onChange={(isOnBehalf) => change({ isOnBehalf })}
      />
      {draft.isOnBehalf && (
        <>
          <PeopleChoice onChoose={change} />
          <Field
            id="behalf-name"
            label="对方的姓名"
            value={draft.behalfName}
            maxLength={40}
            error={errors['behalf-name']}
            onChange={(behalfName) => change({ behalfName })}
            isRequired
          />
          <Field
            id="behalf-phone"
            label="对方的电话"
            type="tel"
            hint="对方用这个号码登录后，也能看到并评价这个单"
            value={draft.behalfPhone}
            maxLength={20}
            error={errors['behalf-phone']}
            onChange={(behalfPhone) => change({ behalfPhone })}
          />
          <Field
            id="behalf-relation"
            label="你和对方的关系"
            placeholder="例如：女儿、邻居、网格员"
            value={draft.behalfRelation}
            maxLength={20}
            error={errors['behalf-relation']}
            onChange={(behalfRelation) => change({ behalfRelation })}
            isRequired
          />
          <Checkbox
            id="consent"
            label="我已告诉对方，并且对方同意我把这些信息交给社区，用来办这件事"
            isChecked={draft.hasConsent}
            error={errors.consent}
            onChange={(hasConsent) => change({ hasConsent })}
          />
        </>
      )}
    </>
  )
}
