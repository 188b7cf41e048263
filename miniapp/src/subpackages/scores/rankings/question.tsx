import type { ScoreTable } from '@xinban/shared/contracts'
import {
  kindOfPeriod,
  monthsOf,
  periodKinds,
  rankKeys,
  rankKeyWords,
  sayPeriod,
  type Month,
  type PeriodKind,
  type RankKey,
} from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import { Button } from '@/components/button/button'
import { Select } from '@/components/select/select'
import { periodBeside, periodKindWords, periodWith, subjectWords } from '@/words/scores'
import styles from './index.module.scss'

/** What the table is asked for. */
export interface Asked {
  org: string
  period: string
  of: ScoreTable['of']
  by: RankKey
}
interface QuestionProps {
  asked: Asked
  /** The org that the caller's table is of. */
  own: string
  onAsk: (asked: Asked) => void
}

export function Question({ asked, own, onAsk }: QuestionProps) {
  const { org, period, of, by } = asked
  const kind = kindOfPeriod(period) ?? 'month'
  const district = own.slice(0, 6)
  const isDistrict = org === district
  const [before, after] = [periodBeside(period, -1), periodBeside(period, 1)]
  const choose = (next: PeriodKind) => onAsk({ ...asked, period: periodWith(monthsOf(period).at(-1) as Month, next) })
  const subjects = (Object.keys(subjectWords) as Asked['of'][]).filter((subject) => subject !== 'items' || isDistrict)
  const goTo = (code: string) => onAsk({ ...asked, org: code, of: of === 'items' ? 'orgs' : of })
  return (
    <Box className={styles.question}>
      <Box className={styles.periods}>
        <Button size="small" label={`上一期，${sayPeriod(before)}`} onPress={() => onAsk({ ...asked, period: before })}>
          ‹
        </Button>
        <Box as="h2" className={styles.period}>
          {sayPeriod(period)}
        </Box>
        <Button size="small" label={`下一期，${sayPeriod(after)}`} onPress={() => onAsk({ ...asked, period: after })}>
          ›
        </Button>
      </Box>
      <Box className={styles.selects}>
        <Select
          id="kind"
          label="周期"
          placeholder="选择周期"
          options={periodKinds.map((value) => ({ value, word: periodKindWords[value] }))}
          value={kind}
          onChange={(value) => choose(value as PeriodKind)}
          isRequired
        />
        <Select
          id="of"
          label="比什么"
          placeholder="选择比什么"
          options={subjects.map((value) => ({ value, word: subjectWords[value] }))}
          value={of}
          onChange={(value) => onAsk({ ...asked, of: value as Asked['of'] })}
          isRequired
        />
        <Select
          id="by"
          label="按什么排"
          placeholder="选择按什么排"
          options={rankKeys.map((value) => ({ value, word: rankKeyWords[value] }))}
          value={by}
          onChange={(value) => onAsk({ ...asked, by: value as RankKey })}
          isRequired
        />
      </Box>
      {(!isDistrict || own !== district) && (
        <Box className={styles.places}>
          {!isDistrict && (
            <Button size="small" onPress={() => goTo(district)}>
              看全区
            </Button>
          )}
          {own !== org && own !== district && (
            <Button size="small" onPress={() => goTo(own)}>
              看本街道（镇）
            </Button>
          )}
        </Box>
      )}
    </Box>
  )
}
