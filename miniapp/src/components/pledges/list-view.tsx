import type { PledgeList } from '@xinban/shared/contracts'
import { isPublished, pledgeCategoryWords, pledgeListStateWords, sayTime } from '@xinban/shared/domain'
import { sayListProgress } from '@/words/pledges'
import { open } from '@/platform/navigation'
import { Box } from '../box/box'
import { Button } from '../button/button'
import { PledgeCard } from './pledge-card'
import styles from './pledges.module.scss'

interface ListViewProps {
  list: PledgeList
  now: Date
}

/** The year of one org, whatever it has come to: needs, candidates and the vote, or the ten things. */
export function ListView({ list, now }: ListViewProps) {
  return (
    <>
      <Box className={styles.head}>
        <Box as="h2" className={styles.headline}>
          {list.org.name} · {list.year} 年
        </Box>
        <Box as="p" className={styles.lead}>
          {pledgeListStateWords[list.state]}
          {isPublished(list.state) && ` · ${sayListProgress(list)}`}
        </Box>
        {list.grade && (
          <Box as="p" className={styles.lead}>
            街道给这一年打了 {list.grade.score} 分：{list.grade.note}
          </Box>
        )}
      </Box>
      {list.state === 'collecting' && <Collecting list={list} />}
      {list.state === 'deliberating' && <Deliberating list={list} now={now} />}
      {isPublished(list.state) && (
        <Box as="ul" className={styles.list}>
          {list.pledges.map((pledge) => (
            <PledgeCard key={pledge.id} pledge={pledge} now={now} heading="h3" />
          ))}
        </Box>
      )}
    </>
  )
}

function Collecting({ list }: { list: PledgeList }) {
  return (
    <>
      <Box as="p" className={styles.lead}>
        社区正在问大家最想办什么。每一条都会有公开答复：列入候选、转成点单去办，或者说明为什么暂时办不了。
      </Box>
      <Box className={styles.actions}>
        <Button kind="primary" size="small" onPress={() => open('new-need', { community: list.org.code })}>
          我来提一条
        </Button>
        <Button size="small" onPress={() => open('needs', { org: list.org.code })}>
          看大家提的
        </Button>
      </Box>
    </>
  )
}

function Deliberating({ list, now }: ListViewProps) {
  const { vote, candidates } = list
  return (
    <>
      {vote && (
        <Box as="p" className={styles.lead}>
          {vote.isOpen
            ? `正在票决，${sayTime(new Date(vote.closesAt), now)}截止。一人一票，投给谁只有你知道。`
            : `票决结束，${vote.roster} 人可以投票，${vote.voted ?? 0} 人投了票。`}
          {vote.hasVoted && ' 你已经投过票了。'}
        </Box>
      )}
      <Box className={styles.actions}>
        {list.allowedActions.includes('vote') && (
          <Button kind="primary" size="small" onPress={() => open('pledge-vote', { id: list.id })}>
            去投票
          </Button>
        )}
        <Button size="small" onPress={() => open('needs', { org: list.org.code })}>
          看大家提的
        </Button>
      </Box>
      <Box as="h3" className={styles.section}>
        候选事项 {candidates.length} 件
      </Box>
      <Box as="ul" className={styles.list}>
        {candidates.map(({ id, number, title, summary, category, needs, votes }) => (
          <Box as="li" key={id} className={styles.card}>
            <Box className={styles.link}>
              <Box as="p" className={styles.title}>
                {number}. {title}
              </Box>
              <Box as="p" className={styles.next}>
                {summary}
              </Box>
              <Box as="p" className={styles.meta}>
                {[pledgeCategoryWords[category], needs > 0 && `来自 ${needs} 条需求`, votes !== null && `${votes} 票`]
                  .filter(Boolean)
                  .join(' · ')}
              </Box>
            </Box>
          </Box>
        ))}
      </Box>
    </>
  )
}
