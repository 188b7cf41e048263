import { Checkbox } from '@/components/checkbox/checkbox'
import { Field } from '@/components/field/field'
import { TextArea } from '@/components/text-area/text-area'
import { idOf } from './item-errors'
import { emptyMaterial } from './item-form'
import type { ItemFieldsProps } from './item-fields.types'
import { replaceRow } from './move-row'
import { Rows } from './rows'

export function MaterialRows({ form, change, errors }: ItemFieldsProps) {
  const { materials } = form
  return (
    <Rows
      name="materials"
      label="要准备什么"
      hint="不用准备就空着"
      wordOf={(index) => `第 ${index + 1} 项材料`}
      addWord="加一项材料"
      rows={materials}
      empty={emptyMaterial}
      max={30}
      error={errors.materials}
      isOptional
      hasManyFields
      firstFieldOf={(index) => `materials-${index}-name`}
      onChange={(rows) => change({ materials: rows })}
    >
      {(row, index) => {
        const write = (part: Partial<typeof row>) =>
          change({ materials: replaceRow(materials, index, { ...row, ...part }) })
        return (
          <>
            <Field
              id={idOf(`materials-${index}-name`)}
              label={`材料 ${index + 1}`}
              placeholder="例如：身份证"
              value={row.name}
              maxLength={80}
              error={errors[`materials-${index}-name`]}
              onChange={(name) => write({ name })}
              isRequired
            />
            <Field
              id={idOf(`materials-${index}-note`)}
              label={`材料 ${index + 1} 的说明`}
              placeholder="例如：带原件和复印件"
              value={row.note}
              maxLength={200}
              error={errors[`materials-${index}-note`]}
              onChange={(note) => write({ note })}
            />
            <Checkbox
              id={idOf(`materials-${index}-isRequired`)}
              label="必须带"
              isChecked={row.isRequired}
              onChange={(isRequired) => write({ isRequired })}
            />
          </>
        )
      }}
    </Rows>
  )
}

export function StepRows({ form, change, errors }: ItemFieldsProps) {
  const { steps } = form
  return (
    <Rows
      name="steps"
      label="怎么办"
      wordOf={(index) => `第 ${index + 1} 步`}
      addWord="加一步"
      rows={steps}
      empty=""
      max={20}
      error={errors.steps}
      firstFieldOf={(index) => `steps-${index}`}
      onChange={(rows) => change({ steps: rows })}
    >
      {(step, index) => (
        <TextArea
          id={idOf(`steps-${index}`)}
          label={`第 ${index + 1} 步`}
          placeholder={index === 0 ? '例如：向社区提出申请' : ''}
          value={step}
          maxLength={300}
          rows={2}
          error={errors[`steps-${index}`]}
          onChange={(text) => change({ steps: replaceRow(steps, index, text) })}
          isRequired
        />
      )}
    </Rows>
  )
}

export function BasisRows({ form, change, errors }: ItemFieldsProps) {
  const { basis } = form
  return (
    <Rows
      name="basis"
      label="依据"
      hint="法律、法规和文件的全称"
      wordOf={(index) => `第 ${index + 1} 条依据`}
      addWord="加一条依据"
      rows={basis}
      empty=""
      max={10}
      error={errors.basis}
      isOptional
      firstFieldOf={(index) => `basis-${index}`}
      onChange={(rows) => change({ basis: rows })}
    >
      {(law, index) => (
        <Field
          id={idOf(`basis-${index}`)}
          label={`依据 ${index + 1}`}
          value={law}
          maxLength={120}
          error={errors[`basis-${index}`]}
          onChange={(text) => change({ basis: replaceRow(basis, index, text) })}
          isRequired
        />
      )}
    </Rows>
  )
}
