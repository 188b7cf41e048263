import { Box } from '@/components/box/box'
import { Field } from '@/components/field/field'
import { weekdayNames, weekOrder } from './draft'
import styles from './index.module.scss'

interface WeekFieldsProps {
  week: readonly string[]
  errors: Readonly<Record<string, string>>
  onChange: (week: readonly string[]) => void
}

/** One line of hours for each weekday. */
export function WeekFields({ week, errors, onChange }: WeekFieldsProps) {
  return (
    <Box as="section" className={styles.card}>
      <Box as="h2" className={styles.heading}>
        每周办理时间
      </Box>
      <Box as="p" className={styles.quiet}>
        写成 09:00–12:00、13:00–17:00 这样；空着就是不办理。法定节假日和补班自动照国家安排。
      </Box>
      <Box className={styles.fields}>
        {weekOrder.map((weekday) => (
          <Field
            key={weekday}
            id={`week-${weekday}`}
            label={weekdayNames[weekday]}
            value={week[weekday] ?? ''}
            maxLength={60}
            placeholder="不办理"
            error={errors[`week-${weekday}`]}
            onChange={(words) => onChange(week.map((before, at) => (at === weekday ? words : before)))}
            isRequired
          />
        ))}
      </Box>
    </Box>
  )
}
