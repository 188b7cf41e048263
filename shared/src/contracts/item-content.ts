import * as z from 'zod/mini'
import { channels } from '../domain/catalogue/channels'
import { orderKinds } from '../domain/orders/order-flow'
import { text } from './common'

const Material = z.strictObject({
  name: text(80),
  note: z._default(z.string().check(z.trim(), z.maxLength(200)), ''),
  isRequired: z.boolean(),
})

/** `words` say what a number cannot: from when it counts, what is handled on the spot, that no figure is published. */
const TimeLimit = z.strictObject({
  workingDays: z.nullable(z.int().check(z.gte(1), z.lte(366))),
  words: text(200),
})

/** What a district writes into a guide (办事指南). Where no figure was published, the words say so. */
export const GuideContent = z.strictObject({
  /** Laws and rules that it rests on, by name. */
  basis: z.array(text(120)).check(z.maxLength(10)),
  audience: text(1000),
  materials: z.array(Material).check(z.maxLength(30)),
  steps: z.array(text(300)).check(z.minLength(1), z.maxLength(20)),
  timeLimit: TimeLimit,
  fee: text(300),
  channels: z.array(z.enum(channels)).check(z.maxLength(channels.length), unique('办理渠道重复了，请去掉重复的')),
  /** Who published what this was written from. */
  source: text(200),
  region: text(60),
  /** As of when. */
  date: z.iso.date(),
})
export type GuideContent = z.output<typeof GuideContent>

/** UTF-16 units of the whole as JSON, so that it fits one text column at three bytes each. */
const maxContentLength = 20_000

/** One version of a service item, as it is edited, imported and kept. */
export const ItemContent = z
  .strictObject({
    name: text(60),
    kind: z.enum(orderKinds),
    category: text(30),
    summary: text(200),
    /** What people call it; the search finds it by these beside its name. */
    everydayWords: z.array(text(20)).check(z.maxLength(30), unique('常用说法重复了，请去掉重复的')),
    guide: GuideContent,
  })
  .check(
    z.refine((content) => JSON.stringify(content).length <= maxContentLength, {
      path: ['guide'],
      error: '办事指南太长，请把材料和流程写得简短一些',
    }),
  )
export type ItemContent = z.output<typeof ItemContent>

function unique(error: string) {
  return z.refine<readonly string[]>((values) => new Set(values).size === values.length, { error })
}
