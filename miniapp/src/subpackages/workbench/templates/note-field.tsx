import type { TemplatePurpose } from '@xinban/shared/domain'
import { TextArea } from '@/components/text-area/text-area'
import type { TextAreaProps } from '@/components/text-area/text-area.types'
import { TemplateBar } from './template-bar'

/** What staff write with an action, with the words that they and those above keep for it. */
export function NoteField({ purpose, ...field }: TextAreaProps & { purpose: TemplatePurpose }) {
  const { id, value, maxLength, onChange } = field
  return (
    <>
      <TextArea {...field} />
      <TemplateBar purpose={purpose} fieldId={id} typed={value} maxLength={maxLength} onType={onChange} />
    </>
  )
}
