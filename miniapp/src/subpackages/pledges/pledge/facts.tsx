import type { Pledge } from '@xinban/shared/contracts'
import { beyondTargetWord, pledgeCategoryWords } from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import { Cell, List } from '@/components/cell/cell'
import { sayDay, sayMoney } from '@/words/pledges'
import styles from './index.module.scss'

interface FactsProps {
  pledge: Pledge
  now: Date
}

/** What was promised, by whom and from what; whatever was changed stands beside the original. */
export function Facts({ pledge, now }: FactsProps) {
  const { origin, budget, responsible, indicators, amendments } = pledge
  return (
    <>
      <Box as="h2" className={styles.section}>
        承诺办什么
      </Box>
      <Box as="p" className={styles.words}>
        {pledge.measures}
      </Box>
      <List label="承诺">
        <Cell label="类别" value={pledgeCategoryWords[pledge.category]} />
        <Cell label="从哪里来" value={sayOrigin(origin)} />
        <Cell label="责任单位" value={`${responsible.unit} · ${responsible.person}`} />
        <Cell label="资金" value={`${sayMoney(budget.fen)}，${budget.source}`} />
        <Cell label="咨询" value={pledge.contact} />
        {indicators.map(({ id, name, target, unit, value, percent, isBeyond }) => (
          <Cell
            key={id}
            label={name}
            detail={`目标 ${target} ${unit}`}
            value={
              value === null ? '还没有报' : `${value} ${unit}（${percent}%${isBeyond ? `，${beyondTargetWord}` : ''}）`
            }
          />
        ))}
      </List>
      {amendments.length > 0 && (
        <>
          <Box as="h2" className={styles.section}>
            调整过 {amendments.length} 次
          </Box>
          <Box as="ul" className={styles.list}>
            {amendments.map(({ at, reason, changes }) => (
              <Box as="li" key={at} className={styles.row}>
                <Box as="p" className={styles.name}>
                  {sayDay(at.slice(0, 10), now)}，因为：{reason ?? '说明已删除'}
                </Box>
                {changes.map(({ field, from, to }) => (
                  <Box as="p" key={field} className={styles.words}>
                    {field}：
                    <Box as="span" className={styles.from}>
                      {from}
                    </Box>{' '}
                    改为 {to}
                  </Box>
                ))}
              </Box>
            ))}
          </Box>
        </>
      )}
    </>
  )
}

function sayOrigin({ candidate, needs, isMine }: Pledge['origin']): string {
  const parts = [
    needs > 0 ? `${needs} 条居民需求` : '社区提出',
    candidate !== null && candidate.votes !== null && `票决 ${candidate.votes} 票`,
    isMine && '里面有你提的',
  ]
  return parts.filter(Boolean).join('，')
}
