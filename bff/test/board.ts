import type { Board, Pledge, PledgeList } from '@xinban/shared/contracts'
import { addDays, chinaDate } from '@xinban/shared/domain'
import type { TestServer } from './server'
import type { Caller } from './world'

/** Ten things with two milestones each, begun by the staff of their org. */
export async function deliveredList({ clock }: TestServer, staff: Caller, orgCode: string): Promise<PledgeList> {
  const now = clock.now()
  const day = (days: number) => chinaDate(addDays(now, days))
  const terms = (number: number) => ({
    ...{
      title: `第 ${number} 件：装路灯`,
      category: 'public_safety' as const,
      measures: '装灯 20 盏',
      deadline: day(200),
    },
    indicators: [{ name: '路灯', target: 20, unit: '盏' }],
    milestones: [
      { title: '立项', weight: 2, dueOn: day(10) },
      { title: '装完', weight: 3, dueOn: day(100) },
    ],
    ...{ budget: { fen: 5_000_000, source: '社区经费' }, responsible: { unit: '槐树社区', person: '社区书记' } },
    contact: '0917-3650000',
  })
  const { id } = await staff.ok('pledge-lists.create', { body: { orgCode, year: Number(day(0).slice(0, 4)) } })
  const params = { id }
  await staff.ok('pledge-lists.deliberate', { params, body: {} })
  const pledges = Array.from({ length: 10 }, (_, index) => terms(index + 1))
  await staff.ok('pledge-lists.publish', { params, body: { pledges } })
  return staff.ok('pledge-lists.start', { params, body: {} })
}

/** Reports a milestone of a pledge as done. */
export async function completeMilestone(staff: Caller, pledgeId: string, index: number): Promise<Pledge> {
  const params = { id: pledgeId }
  const { milestones } = await staff.ok('pledges.show', { params })
  const milestoneId = milestones[index]?.id ?? ''
  return staff.ok('pledges.complete-milestone', { params, body: { milestoneId, note: '已经做完，有照片' } })
}

interface BoardEvent {
  readonly id: string
  readonly board: Board
}

/** A client of a live board, which reads one event after the other. */
export class BoardStream {
  private constructor(
    readonly response: Response,
    private readonly reader: ReadableStreamDefaultReader<Uint8Array>,
    private readonly aborting: AbortController,
    private text = '',
  ) {}

  static async open(url: string, orgCode: string, headers: Record<string, string> = {}): Promise<BoardStream> {
    const aborting = new AbortController()
    const address = `${url}/api/v1/board/${orgCode}/stream`
    const response = await fetch(address, { headers, signal: aborting.signal })
    const reader = (response.body ?? new ReadableStream<Uint8Array>()).getReader()
    return new BoardStream(response, reader, aborting)
  }

  /** The next event with a board; undefined when the stream ended. */
  async next(): Promise<BoardEvent | undefined> {
    for (;;) {
      const end = this.text.indexOf('\n\n')
      if (end >= 0) {
        const lines = this.text.slice(0, end).split('\n')
        this.text = this.text.slice(end + 2)
        const field = (name: string) => lines.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2)
        const data = field('data')
        if (field('event') === 'board' && data !== undefined) {
          return { id: field('id') ?? '', board: JSON.parse(data) as Board }
        }
        continue
      }
      const { done, value } = await this.reader.read()
      if (done) return undefined
      this.text += new TextDecoder().decode(value, { stream: true })
    }
  }

  close(): void {
    this.aborting.abort()
  }
}
