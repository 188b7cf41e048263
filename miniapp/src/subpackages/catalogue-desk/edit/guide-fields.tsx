import { channels, channelWords, chinaDate, guideRemark, type Channel } from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import { Checkbox } from '@/components/checkbox/checkbox'
import { DateField } from '@/components/date-field/date-field'
import { FieldGroup } from '@/components/field-group/field-group'
import { Field } from '@/components/field/field'
import { TextArea } from '@/components/text-area/text-area'
import { useNow } from '@/hooks/use-now'
import { BasisRows, MaterialRows, StepRows } from './guide-rows'
import { idOf } from './item-errors'
import type { ItemFieldsProps } from './item-fields.types'
import styles from './index.module.scss'

/** What a guide says: to whom, with what, how, how long and for how much. */
export function GuideFields(props: ItemFieldsProps) {
  const { form, change, errors } = props
  return (
    <>
      <Box as="h2" className={styles.heading}>
        办事指南
      </Box>
      <TextArea
        id={idOf('audience')}
        label="谁可以点"
        value={form.audience}
        maxLength={1000}
        rows={2}
        error={errors.audience}
        onChange={(audience) => change({ audience })}
        isRequired
      />
      <MaterialRows {...props} />
      <StepRows {...props} />
      <Field
        id={idOf('timeLimit-workingDays')}
        label="几个工作日办好"
        hint="没有公布天数就空着"
        type="number"
        value={form.workingDays}
        maxLength={3}
        error={errors['timeLimit-workingDays']}
        onChange={(workingDays) => change({ workingDays })}
      />
      <Field
        id={idOf('timeLimit-words')}
        label="时限怎么说"
        placeholder="例如：受理后 20 个工作日内"
        value={form.limitWords}
        maxLength={200}
        error={errors['timeLimit-words']}
        onChange={(limitWords) => change({ limitWords })}
        isRequired
      />
      <Field
        id={idOf('fee')}
        label="费用"
        placeholder="例如：不收费"
        value={form.fee}
        maxLength={300}
        error={errors.fee}
        onChange={(fee) => change({ fee })}
        isRequired
      />
      <ChannelFields {...props} />
      <BasisRows {...props} />
    </>
  )
}

function ChannelFields({ form, change, errors }: ItemFieldsProps) {
  function turn(channel: Channel, isOn: boolean) {
    // In the order of the list, whatever order they were ticked in.
    const chosen = channels.filter((other) => (other === channel ? isOn : form.channels.includes(other)))
    change({ channels: chosen })
  }
  return (
    <FieldGroup id={idOf('channels')} label="办理渠道" error={errors.channels} isOptional>
      <Box className={styles.channels}>
        {channels.map((channel) => (
          <Checkbox
            key={channel}
            id={idOf(`channels-${channel}`)}
            label={channelWords[channel]}
            isChecked={form.channels.includes(channel)}
            onChange={(isOn) => turn(channel, isOn)}
          />
        ))}
      </Box>
    </FieldGroup>
  )
}

/** Where it was published, and that the authority's own announcement comes first. */
export function SourceFields({ form, change, errors }: ItemFieldsProps) {
  const now = useNow()
  return (
    <>
      <Box as="h2" className={styles.heading}>
        来源
      </Box>
      <Field
        id={idOf('source')}
        label="谁公布的"
        placeholder="例如：区民政局"
        value={form.source}
        maxLength={200}
        error={errors.source}
        onChange={(source) => change({ source })}
        isRequired
      />
      <Field
        id={idOf('region')}
        label="适用地区"
        value={form.region}
        maxLength={60}
        error={errors.region}
        onChange={(region) => change({ region })}
        isRequired
      />
      <DateField
        id={idOf('date')}
        label="公布日期"
        value={form.date}
        max={chinaDate(now)}
        error={errors.date}
        onChange={(date) => change({ date })}
        isRequired
      />
      <Box as="p" className={styles.remark}>
        每份指南下面都会写“{guideRemark}”。
      </Box>
    </>
  )
}
