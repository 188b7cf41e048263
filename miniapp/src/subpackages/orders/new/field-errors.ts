import type { Draft } from './draft'

/** Words beside a field, by the field's id. */
export type FieldErrors = Partial<Record<FieldId, string>>

/** In the order of the page: the first one that is wrong gets the focus. */
const fieldIds = [
  'title',
  'content',
  'new-order-community',
  'place',
  'contact-name',
  'contact-phone',
  'contact-address',
  'behalf-name',
  'behalf-phone',
  'behalf-relation',
  'consent',
  'urgency',
  'visibility',
] as const
export type FieldId = (typeof fieldIds)[number]

/** Which field a path of the server's answer stands for. */
const idByPath: Readonly<Record<string, FieldId>> = {
  title: 'title',
  content: 'content',
  communityCode: 'new-order-community',
  'location.place': 'place',
  'location.lat': 'place',
  'location.lng': 'place',
  'onBehalfOf.consent': 'consent',
  'contact.name': 'contact-name',
  'contact.phone': 'contact-phone',
  'contact.address': 'contact-address',
  'onBehalfOf.name': 'behalf-name',
  'onBehalfOf.phone': 'behalf-phone',
  'onBehalfOf.relation': 'behalf-relation',
  urgency: 'urgency',
  visibility: 'visibility',
}

/** What is plainly missing, found before anything is sent. The server judges the rest. */
export function missingIn(draft: Draft): FieldErrors {
  const errors: FieldErrors = {}
  const need = (id: FieldId, value: string, words: string) => {
    if (value.trim() === '') errors[id] = words
  }
  need('title', draft.title, '请用一句话写明是什么事')
  need('content', draft.content, '请把情况写清楚一些')
  need('new-order-community', draft.communityCode, '请选择由哪个社区来办')
  if (draft.isOnBehalf) {
    need('behalf-name', draft.behalfName, '请填写对方的姓名')
    need('behalf-relation', draft.behalfRelation, '请填写你和对方的关系')
    if (!draft.hasConsent) errors.consent = '请先征得对方同意，再替对方点单'
  }
  return errors
}

/** What the server found, brought to the fields; `rest` belongs to none of them. */
export function placeErrors(fields: Readonly<Record<string, string>>): { errors: FieldErrors; rest: string[] } {
  const errors: FieldErrors = {}
  const rest: string[] = []
  for (const [path, words] of Object.entries(fields)) {
    const id = idByPath[path]
    if (id) errors[id] = words
    else rest.push(words)
  }
  return { errors, rest }
}

export const firstWrong = (errors: FieldErrors): FieldId | undefined => fieldIds.find((id) => errors[id] !== undefined)
