import type { ItemContent } from '@xinban/shared/contracts'
import type { Channel, OrderKind } from '@xinban/shared/domain'

export interface MaterialRow {
  name: string
  note: string
  isRequired: boolean
}

/** What stands in the editor; every field as typed. */
export interface ItemForm {
  name: string
  kind: OrderKind
  category: string
  summary: string
  /** Parted by commas, as people write them. */
  everydayWords: string
  audience: string
  materials: readonly MaterialRow[]
  steps: readonly string[]
  workingDays: string
  limitWords: string
  fee: string
  channels: readonly Channel[]
  basis: readonly string[]
  source: string
  region: string
  date: string
}

export const emptyMaterial: MaterialRow = { name: '', note: '', isRequired: true }

export const emptyForm = (region: string): ItemForm => ({
  ...{ name: '', kind: 'service', category: '', summary: '', everydayWords: '' },
  ...{ audience: '', materials: [], steps: [''], workingDays: '', limitWords: '', fee: '' },
  ...{ channels: [], basis: [], source: '', region, date: '' },
})

export function toForm({ guide, everydayWords, ...head }: ItemContent): ItemForm {
  const { timeLimit, ...rest } = guide
  return {
    ...head,
    ...rest,
    everydayWords: everydayWords.join('、'),
    workingDays: timeLimit.workingDays === null ? '' : String(timeLimit.workingDays),
    limitWords: timeLimit.words,
  }
}

const isBlank = (text: string) => text.trim() === ''

/** Without rows in which nothing was written, so that the server's faults name the rows that are seen. */
export const tidy = (form: ItemForm): ItemForm => ({
  ...form,
  materials: form.materials.filter(({ name, note }) => !isBlank(name) || !isBlank(note)),
  steps: form.steps.filter((step) => !isBlank(step)),
  basis: form.basis.filter((law) => !isBlank(law)),
})

export const splitWords = (words: string): string[] => words.split(/[、，,；;\s]+/).filter((word) => word !== '')

/** The form as the API takes it; blank working days mean that no figure was published. */
export function toContent(form: ItemForm): ItemContent {
  const { name, kind, category, summary, everydayWords, workingDays, limitWords, ...guide } = form
  return {
    ...{ name, kind, category, summary },
    everydayWords: splitWords(everydayWords),
    guide: {
      ...guide,
      materials: guide.materials.map((row) => ({ ...row })),
      steps: [...guide.steps],
      channels: [...guide.channels],
      basis: [...guide.basis],
      timeLimit: { workingDays: isBlank(workingDays) ? null : Number(workingDays), words: limitWords },
    },
  }
}
