import { Box } from '@/components/box/box'
import { PagedList } from '@/components/paged-list/paged-list'
import { usePages } from '@/hooks/use-pages'
import { useRemote } from '@/hooks/use-remote'
import { useSession } from '@/hooks/use-session'
import styles from '../surveys.module.scss'

/** What residents wrote: those who asked read it, everyone else reads that it is not for them. */
export function Texts({ surveyId, question }: { surveyId: string; question: string }) {
  const session = useSession()
  const { data } = useRemote('surveys.show', session ? { params: { id: surveyId } } : null)
  if (data?.allowedActions.includes('read-texts')) return <TextList surveyId={surveyId} question={question} />
  return (
    <Box as="p" className={styles.lead}>
      居民写的话由发起测评的单位看，不公开。
    </Box>
  )
}

function TextList({ surveyId, question }: { surveyId: string; question: string }) {
  const pages = usePages('surveys.texts', { question }, { id: surveyId })
  const nothing = (
    <Box as="p" className={styles.lead}>
      没有人写。
    </Box>
  )
  return (
    <PagedList pages={pages} empty={nothing}>
      {({ text }) => (
        <Box as="li" className={styles.words}>
          {text}
        </Box>
      )}
    </PagedList>
  )
}
