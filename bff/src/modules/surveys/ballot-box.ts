import { createCipheriv, createDecipheriv, randomBytes, randomInt } from 'node:crypto'
import { surveyLimits, type SurveyAnswer, type SurveyAnswers, type SurveyQuestion } from '@xinban/shared/domain'

/** Ballots of a box at most: what one cast writes anew. */
export const boxCapacity = 16
/** A UTF-16 unit is three bytes of UTF-8 at most. */
const textBytes = surveyLimits.text * 3 + 2
const [ivBytes, tagBytes, countBytes] = [12, 16, 1]

/** What lies in a box, the answers to each question apart from those to the others: whole ballots are not kept. */
export type BoxContent = Readonly<Record<string, readonly SurveyAnswer[]>>

/**
 * A box under its seal: AES-256-GCM with a new nonce, bound to its survey and number, always of the same length, so that
 * nobody can tell two states of it apart by anything but that they differ.
 */
export class BallotBoxes {
  private readonly slots: readonly { readonly question: SurveyQuestion; readonly bytes: number; readonly at: number }[]
  private readonly plainBytes: number

  constructor(
    private readonly surveyId: string,
    questions: readonly SurveyQuestion[],
    private readonly key: Buffer,
  ) {
    let at = 0
    this.slots = questions.map((question) => {
      const bytes = question.kind === 'text' ? textBytes : 1
      const slot = { question, bytes, at }
      at += bytes * boxCapacity + countBytes
      return slot
    })
    this.plainBytes = at
  }

  /** A box with nothing in it. */
  empty(number: number): string {
    return this.seal(Buffer.alloc(this.plainBytes), number)
  }

  /** The same box with a ballot more, everything in it mixed. */
  add(sealed: string, number: number, answers: SurveyAnswers): string {
    const content = this.read(sealed, number)
    const plain = Buffer.alloc(this.plainBytes)
    for (const { question, bytes, at } of this.slots) {
      const given = answers[question.key]
      const all = shuffled([...(content[question.key] ?? []), ...(isGiven(given) ? [given] : [])])
      plain.writeUInt8(all.length, at)
      all.forEach((answer, index) => write(plain, at + countBytes + index * bytes, answer))
    }
    return this.seal(plain, number)
  }

  /** Throws when the seal was broken, or belongs to another box. */
  read(sealed: string, number: number): BoxContent {
    const plain = this.open(sealed, number)
    return Object.fromEntries(
      this.slots.map(({ question, bytes, at }) => {
        const start = (index: number) => at + countBytes + index * bytes
        const answers = Array.from({ length: plain.readUInt8(at) }, (_, index) =>
          question.kind === 'text' ? readText(plain, start(index)) : plain.readUInt8(start(index)),
        )
        return [question.key, answers]
      }),
    )
  }

  private seal(plain: Buffer, number: number): string {
    const iv = randomBytes(ivBytes)
    const cipher = createCipheriv('aes-256-gcm', this.key, iv).setAAD(this.nameOf(number))
    const body = Buffer.concat([cipher.update(plain), cipher.final()])
    return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64')
  }

  private open(sealed: string, number: number): Buffer {
    const all = Buffer.from(sealed, 'base64')
    const tag = all.subarray(ivBytes, ivBytes + tagBytes)
    const decipher = createDecipheriv('aes-256-gcm', this.key, all.subarray(0, ivBytes))
    decipher.setAAD(this.nameOf(number)).setAuthTag(tag)
    return Buffer.concat([decipher.update(all.subarray(ivBytes + tagBytes)), decipher.final()])
  }

  private nameOf(number: number): Buffer {
    return Buffer.from(`${this.surveyId}/${number}`)
  }
}

const isGiven = (answer: SurveyAnswer | undefined): answer is SurveyAnswer => answer !== undefined && answer !== ''

function write(plain: Buffer, at: number, answer: SurveyAnswer): void {
  if (typeof answer === 'number') return void plain.writeUInt8(answer, at)
  const text = Buffer.from(answer, 'utf8')
  plain.writeUInt16BE(text.length, at)
  text.copy(plain, at + 2)
}

const readText = (plain: Buffer, at: number): string =>
  plain.subarray(at + 2, at + 2 + plain.readUInt16BE(at)).toString('utf8')

/** In an order that nobody can foresee (Fisher–Yates over the system's randomness). */
export function shuffled<Item>(items: readonly Item[]): Item[] {
  const mixed = [...items]
  for (let last = mixed.length - 1; last > 0; last--) {
    const other = randomInt(last + 1)
    const [a, b] = [mixed[last] as Item, mixed[other] as Item]
    mixed[last] = b
    mixed[other] = a
  }
  return mixed
}
