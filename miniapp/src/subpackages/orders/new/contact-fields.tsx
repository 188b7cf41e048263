import { Box } from '@/components/box/box'
import { Field } from '@/components/field/field'
import { useSession } from '@/hooks/use-session'
import type { FieldsProps } from './form-fields.types'
import styles from './index.module.scss'

/** How to reach the person; all of it up to them. */
export function ContactFields({ draft, change, errors }: FieldsProps) {
  const person = useSession()?.person
  return (
    <Box as="section">
      <Box as="h2" className={styles.group}>
        怎么联系你
      </Box>
      <Field
        id="contact-name"
        label="称呼"
        placeholder="例如：张阿姨"
        {...(person?.name && { hint: `不填就用你资料里的 ${person.name}` })}
        value={draft.contactName}
        maxLength={40}
        error={errors['contact-name']}
        onChange={(contactName) => change({ contactName })}
        autoComplete="name"
      />
      <Field
        id="contact-phone"
        label="联系电话"
        type="tel"
        placeholder="手机或座机"
        {...(person?.phone && { hint: `不填就用你资料里的 ${person.phone}` })}
        value={draft.contactPhone}
        maxLength={20}
        error={errors['contact-phone']}
        onChange={(contactPhone) => change({ contactPhone })}
        autoComplete="tel"
      />
      <Field
        id="contact-address"
        label="住址"
        placeholder="需要上门时填写"
        value={draft.contactAddress}
        maxLength={200}
        error={errors['contact-address']}
        onChange={(contactAddress) => change({ contactAddress })}
        autoComplete="street-address"
      />
    </Box>
  )
}
