import { pledgeCategories, pledgeCategoryWords } from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { Choice } from '@/components/choice/choice'
import { DateField } from '@/components/date-field/date-field'
import { Field } from '@/components/field/field'
import { TextArea } from '@/components/text-area/text-area'
import styles from '../forms.module.scss'
import { missingOf, type Draft } from './draft'
import { IndicatorFields, MilestoneFields } from './draft-parts'

interface DraftEditorProps {
  draft: Draft
  number: number
  isOpen: boolean
  onToggle: () => void
  onChange: (draft: Draft) => void
  onRemove: () => void
}

/** One promise: folded it says what is missing, open it is filled in. */
export function DraftEditor({ draft, number, isOpen, onToggle, onChange, onRemove }: DraftEditorProps) {
  const missing = missingOf(draft)
  const id = (name: string) => `${name}-${draft.key}`
  const set = (change: Partial<Draft>) => onChange({ ...draft, ...change })
  return (
    <Box className={styles.card}>
      <Box as="h2" className={styles.legend}>
        {number}. {draft.title === '' ? '（还没有标题）' : draft.title}
      </Box>
      <Box as="p" className={styles.lead}>
        {missing.length === 0 ? '写好了' : `还缺：${missing.join('、')}`}
      </Box>
      <Box className={styles.actions}>
        <Button
          size="small"
          label={`${isOpen ? '收起' : '填写'}第 ${number} 件`}
          isExpanded={isOpen}
          onPress={onToggle}
        >
          {isOpen ? '收起' : '填写'}
        </Button>
        <Button size="small" kind="plain" label={`去掉第 ${number} 件`} onPress={onRemove}>
          去掉
        </Button>
      </Box>
      {isOpen && (
        <>
          <Field
            id={id('title')}
            label="标题"
            value={draft.title}
            maxLength={80}
            onChange={(title) => set({ title })}
            isRequired
          />
          <Choice
            id={id('category')}
            label="类别"
            options={pledgeCategories.map((value) => ({ value, word: pledgeCategoryWords[value] }))}
            value={draft.category}
            onChange={(category) => set({ category })}
            isInline
          />
          <TextArea
            id={id('measures')}
            label="怎么办"
            value={draft.measures}
            maxLength={2000}
            onChange={(measures) => set({ measures })}
            isRequired
          />
          <IndicatorFields draft={draft} onChange={onChange} />
          <MilestoneFields draft={draft} onChange={onChange} />
          <DateField
            id={id('deadline')}
            label="什么时候办完"
            value={draft.deadline}
            onChange={(deadline) => set({ deadline })}
            isRequired
          />
          <Field
            id={id('yuan')}
            label="资金（元）"
            type="number"
            value={draft.yuan}
            onChange={(yuan) => set({ yuan })}
            isRequired
          />
          <Field
            id={id('source')}
            label="资金来源"
            value={draft.source}
            maxLength={100}
            onChange={(source) => set({ source })}
            isRequired
          />
          <Field
            id={id('unit')}
            label="责任单位"
            value={draft.unit}
            maxLength={80}
            onChange={(unit) => set({ unit })}
            isRequired
          />
          <Field
            id={id('person')}
            label="责任人"
            hint="写职务，比如：社区书记"
            value={draft.person}
            maxLength={40}
            onChange={(person) => set({ person })}
            isRequired
          />
          <Field
            id={id('contact')}
            label="咨询电话"
            hint="社区的服务电话"
            value={draft.contact}
            maxLength={60}
            onChange={(contact) => set({ contact })}
            isRequired
          />
        </>
      )}
    </Box>
  )
}
