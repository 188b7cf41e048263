import { kindWords, orderKinds } from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import { Choice } from '@/components/choice/choice'
import { Field } from '@/components/field/field'
import { TextArea } from '@/components/text-area/text-area'
import { idOf } from './item-errors'
import type { ItemFieldsProps } from './item-fields.types'
import styles from './index.module.scss'

const kinds = orderKinds.map((kind) => ({ value: kind, word: kindWords[kind] }))

/** What lists and the search show. */
export function HeadFields({ form, change, errors }: ItemFieldsProps) {
  return (
    <>
      <Box as="h2" className={styles.heading}>
        名片
      </Box>
      <Field
        id={idOf('name')}
        label="事项名称"
        value={form.name}
        maxLength={60}
        error={errors.name}
        onChange={(name) => change({ name })}
        isRequired
      />
      <Choice
        id={idOf('kind')}
        label="居民点的是哪一类单"
        options={kinds}
        value={form.kind}
        error={errors.kind}
        isInline
        onChange={(kind) => change({ kind })}
      />
      <Field
        id={idOf('category')}
        label="分类"
        hint="居民按分类找，同类的事项用同一个词"
        placeholder="例如：养老"
        value={form.category}
        maxLength={30}
        error={errors.category}
        onChange={(category) => change({ category })}
        isRequired
      />
      <TextArea
        id={idOf('summary')}
        label="一句话简介"
        value={form.summary}
        maxLength={200}
        rows={2}
        error={errors.summary}
        onChange={(summary) => change({ summary })}
        isRequired
      />
      <Field
        id={idOf('everydayWords')}
        label="常用说法"
        hint="居民平时怎么叫它，用顿号隔开；只用来搜索，不显示"
        placeholder="例如：老年证、老年卡"
        value={form.everydayWords}
        error={errors.everydayWords}
        onChange={(everydayWords) => change({ everydayWords })}
      />
    </>
  )
}
