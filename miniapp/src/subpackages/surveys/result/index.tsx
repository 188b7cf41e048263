import type { SurveyResult } from '@xinban/shared/contracts'
import { fewestBallots, starWords, surveyConfidenceWords, type Stars } from '@xinban/shared/domain'
import { Box } from '@/components/box/box'
import { Page } from '@/components/page/page'
import { Progress } from '@/components/progress/progress'
import { Empty, ErrorState, Skeleton } from '@/components/states/states'
import { useRemote } from '@/hooks/use-remote'
import { usePageQuery } from '@/platform/navigation'
import { tellFigure } from '../survey-words'
import { Texts } from './texts'
import styles from '../surveys.module.scss'

/** What a closed survey found, for everyone; what was written, for those who asked. */
export default function ResultPage() {
  const { id } = usePageQuery()
  const { data, problem, isLoading, reload } = useRemote('surveys.result', id ? { params: { id } } : null)
  return (
    <Page title="测评结果" isRefreshable>
      {!id && <Empty title="没有说是哪份测评" detail="请从“满意度测评”里打开" />}
      {isLoading && <Skeleton />}
      {problem && !data && <ErrorState problem={problem} onRetry={reload} />}
      {data && <Result result={data} />}
    </Page>
  )
}

function Result({ result }: { result: SurveyResult }) {
  const { title, org, figures, ballots, helped, roster, coverage, questions, surveyId } = result
  return (
    <>
      <Box as="h2" className={styles.title}>
        {title}
      </Box>
      <Box as="p" className={styles.lead}>
        {org.name}发起 · {ballots} 人参加，共 {roster} 人可以参加（{tellFigure(coverage.rate, '%')}）
        {helped > 0 && ` · 其中 ${helped} 人由工作人员协助`}
      </Box>
      {!figures && (
        <Empty
          title="人太少，不公布结果"
          detail={`参加的不到 ${fewestBallots} 人，为了不让人猜出谁怎么答的，答案已经删除`}
        />
      )}
      {figures && (
        <Box as="section" className={styles.section}>
          <Box as="h3" className={styles.heading}>
            测评结论
          </Box>
          <Box as="p" className={styles.verdict}>
            {figures.verdictWord}
          </Box>
          <Box as="ul" className={styles.figures}>
            {result.method === 'mean' && (
              <Box as="li">
                平均 {tellFigure(figures.mean, ' 分')}（满分 100，误差约 ±{tellFigure(figures.margin, ' 分')}）
              </Box>
            )}
            <Box as="li">
              满意率 {tellFigure(figures.favourable.rate, '%')}（{figures.favourable.good} / {figures.favourable.of}{' '}
              人）
            </Box>
            <Box as="li">{surveyConfidenceWords[figures.confidence]}</Box>
          </Box>
        </Box>
      )}
      {figures &&
        questions.map((question, index) => (
          <Box as="section" key={question.key} className={styles.section}>
            <Box as="h3" className={styles.heading}>
              {index + 1}. {question.title}
            </Box>
            {question.kind === 'text' ? (
              <Texts surveyId={surveyId} question={question.key} />
            ) : (
              <Counts question={question} />
            )}
          </Box>
        ))}
    </>
  )
}

function Counts({ question }: { question: SurveyResult['questions'][number] }) {
  const { counts, answered, options, kind, mean } = question
  const wordOf = (value: number) => (kind === 'stars' ? `${value} 星 ${starWords[value as Stars]}` : options[value])
  return (
    <>
      {mean !== null && (
        <Box as="p" className={styles.detail}>
          平均 {tellFigure(mean, ' 星')}
        </Box>
      )}
      <Box as="ul" className={styles.counts}>
        {counts.map(({ value, count }) => (
          <Box as="li" key={value} className={styles.count}>
            <Progress
              label={String(wordOf(value))}
              value={answered === 0 ? 0 : Math.round((count / answered) * 100)}
              words={`${wordOf(value)}：${count} 人`}
            />
          </Box>
        ))}
      </Box>
    </>
  )
}
