import { Checkbox } from '@/components/checkbox/checkbox'
import { Choice } from '@/components/choice/choice'
import { Field } from '@/components/field/field'
import { useMembership } from '@/hooks/use-session'
import type { PersonDraft } from './person'

interface PersonFieldsProps {
  person: PersonDraft
  errors: Readonly<Record<string, string>>
  onChange: (part: Partial<PersonDraft>) => void
}

/** For oneself, for family, or, by staff, for somebody who asked them. */
export function PersonFields({ person, errors, onChange }: PersonFieldsProps) {
  const isStaff = useMembership() !== null
  const whos = [
    { value: 'me', word: '我自己' },
    { value: 'other', word: isStaff ? '帮居民约' : '家里人' },
  ] as const
  return (
    <>
      <Choice
        id="person-who"
        label="谁来办"
        options={whos}
        value={person.who}
        onChange={(who) => onChange({ who })}
        isInline
      />
      {person.who === 'other' && (
        <>
          <Field
            id="person-name"
            label="对方的姓名"
            value={person.name}
            maxLength={30}
            error={errors['person-name']}
            onChange={(name) => onChange({ name })}
            isRequired
          />
          <Field
            id="person-phone"
            label="对方的电话"
            type="tel"
            hint="大厅有变动时好联系；加密保存，显示时遮住中间几位"
            value={person.phone}
            maxLength={20}
            error={errors['person-phone']}
            onChange={(phone) => onChange({ phone })}
          />
          <Field
            id="person-relation"
            label="你和对方的关系"
            placeholder={isStaff ? '例如：社区工作人员' : '例如：女儿'}
            value={person.relation}
            maxLength={20}
            error={errors['person-relation']}
            onChange={(relation) => onChange({ relation })}
            isRequired
          />
          <Checkbox
            id="person-consent"
            label="对方知道，并且同意我这样约"
            isChecked={person.hasConsent}
            error={errors['person-consent']}
            onChange={(hasConsent) => onChange({ hasConsent })}
          />
        </>
      )}
    </>
  )
}
