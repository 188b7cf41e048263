import { kindWords, orderKinds } from '@xinban/shared/domain'
import { Choice } from '@/components/choice/choice'
import { mayBePublic } from './draft'
import type { FieldsProps } from './form-fields.types'

/** A service is chosen from the catalogue, not here. */
const kinds = orderKinds.filter((kind) => kind !== 'service').map((kind) => ({ value: kind, word: kindWords[kind] }))

export function KindField({ draft, change }: FieldsProps) {
  return (
    <Choice
      id="kind"
      label="哪一类"
      options={kinds}
      value={draft.kind}
      isInline
      onChange={(kind) => change({ kind })}
    />
  )
}

export function ChoiceFields({ draft, change, errors }: FieldsProps) {
  return (
    <>
      <Choice
        id="urgency"
        label="急不急"
        options={[
          { value: 'normal', word: '不急' },
          { value: 'urgent', word: '很急', detail: '停水停电停气、有危险' },
        ]}
        value={draft.urgency}
        error={errors.urgency}
        onChange={(urgency) => change({ urgency })}
      />
      {mayBePublic(draft.kind) && (
        <Choice
          id="visibility"
          label="谁能看到"
          options={[
            { value: 'private', word: '只有我和办事的人' },
            { value: 'public', word: '愿意公开', detail: '工作人员看过后，只公开标题和社区，不公开你是谁' },
          ]}
          value={draft.visibility}
          error={errors.visibility}
          onChange={(visibility) => change({ visibility })}
        />
      )}
    </>
  )
}
