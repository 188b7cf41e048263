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
            { value: 'private', word: '不公开', detail: '只有你和办这件事的人能看到' },
            {
              value: 'public',
              word: '愿意公开',
              detail:
                '工作人员看过后，邻居能看到标题、类别、社区和办到哪一步，有同样需要的可以附议。不公开你是谁、情况说明、地点和联系方式',
            },
          ]}
          {...(draft.visibility === 'public' && { hint: '标题会公开，请不要写姓名、电话和门牌号' })}
          value={draft.visibility}
          error={errors.visibility}
          onChange={(visibility) => change({ visibility })}
        />
      )}
    </>
  )
}
