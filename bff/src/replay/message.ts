import { PlaceOrder } from '@xinban/shared/contracts'
import type { OrderKind } from '@xinban/shared/domain'
import { wordsForIssues } from '../http/words-for-issues'
import type { MessageRow } from './read-messages'

/** A message as the commands take it. */
export interface Message {
  readonly sourceRef: string
  readonly user: string
  readonly place: PlaceOrder
  readonly askedAt: Date
  readonly answer: { readonly note: string; readonly at: Date } | null
}

const maxReply = 10_000

/** The message in a row, or why it cannot be one. */
export function toMessage(row: MessageRow, communityOf: (user: string) => string): Message | { reason: string } {
  if (row.isRagged) return { reason: '列数与表头不一致' }
  const [id, user, reply] = [row.value('id'), row.value('user'), row.value('reply')]
  if (!/^[\w-]{1,40}$/.test(id)) return { reason: `编号「${id.slice(0, 20)}」无效` }
  if (user === '') return { reason: '缺少用户' }
  const askedAt = readInstant(row.value('asked_at'))
  if (!askedAt) return { reason: '提问时间无效，应为带时区的 ISO 8601' }
  const place = PlaceOrder.safeParse(
    {
      kind: kindOf(row.value('title')),
      communityCode: communityOf(user),
      title: row.value('title'),
      content: row.value('body'),
    },
    { reportInput: true },
  )
  if (!place.success) {
    return {
      reason: wordsForIssues(place.error.issues)
        .map(({ message }) => message)
        .join('；'),
    }
  }
  const message = { sourceRef: `replay:${id}`, user, place: place.data, askedAt }
  if (reply === '') return { ...message, answer: null }
  const at = readInstant(row.value('replied_at'))
  if (!at) return { reason: '答复时间无效，应为带时区的 ISO 8601' }
  if (at < askedAt) return { reason: '答复时间早于提问时间' }
  if (reply.length > maxReply) return { reason: `答复超过 ${maxReply} 个字` }
  return { ...message, answer: { note: reply, at } }
}

function readInstant(value: string): Date | undefined {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/.test(value)) return undefined
  const instant = new Date(value)
  return Number.isNaN(instant.getTime()) ? undefined : instant
}

/** Old messages carry no kind; their titles often say it. */
function kindOf(title: string): OrderKind {
  if (/咨询|请问|吗[？?]?$/.test(title)) return 'consultation'
  if (/建议|希望|提议/.test(title)) return 'suggestion'
  return 'issue'
}
