import type { ItemForm } from './item-form'

/** Words beside a field, by its key: `name`, `materials`, `materials-2-name`. */
export type ItemErrors = Readonly<Record<string, string>>

/** In the order of the page: the first one that is wrong gets the focus. */
const fields = [
  'name',
  'kind',
  'category',
  'summary',
  'everydayWords',
  'audience',
  'materials',
  'steps',
  'timeLimit-workingDays',
  'timeLimit-words',
  'fee',
  'channels',
  'basis',
  'source',
  'region',
  'date',
] as const
type FieldName = (typeof fields)[number]

const fieldOf = (key: string): FieldName | undefined =>
  fields.find((field) => key === field || key.startsWith(`${field}-`))

/** Fields that are one on the page and a list in the contract. */
const wholes: readonly FieldName[] = ['everydayWords', 'channels']

/** The id of a field on the page. */
export const idOf = (key: string): string => `item-${key}`

/** Brings what the server found (`content.guide.materials.2.name`) to the fields; `rest` belongs to none of them. */
export function placeErrors(found: Readonly<Record<string, string>>): { errors: ItemErrors; rest: string[] } {
  const errors: Record<string, string> = {}
  const rest: string[] = []
  for (const [path, words] of Object.entries(found)) {
    const key = path
      .replace(/^content\./, '')
      .replace(/^guide\./, '')
      .replace(/\./g, '-')
    const field = fieldOf(key)
    if (!field) rest.push(words)
    else errors[wholes.includes(field) ? field : key] ??= words
  }
  return { errors, rest }
}

/** What a number cannot say is found before anything is sent; the server judges the rest. */
export function wrongIn({ workingDays }: ItemForm): ItemErrors {
  const days = workingDays.trim()
  if (days === '' || /^[1-9]\d{0,2}$/.test(days)) return {}
  return { 'timeLimit-workingDays': '请填整数，例如 20；没有公布天数就空着' }
}

const numbers = (key: string): number => Number(/-(\d+)/.exec(key)?.[1] ?? -1)
const place = (key: string): number => fields.findIndex((field) => field === fieldOf(key))

export function firstWrong(errors: ItemErrors): string | undefined {
  return Object.keys(errors).sort((a, b) => place(a) - place(b) || numbers(a) - numbers(b) || (a < b ? -1 : 1))[0]
}
