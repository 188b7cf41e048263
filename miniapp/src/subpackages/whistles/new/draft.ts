import type { Point, WhistleKind } from '@xinban/shared/domain'

export interface Draft {
  readonly kind: WhistleKind
  readonly title: string
  readonly content: string
  readonly place: string
  readonly departmentCodes: readonly string[]
  readonly leadCode?: string | undefined
  readonly point?: Point
}

/** What is still to be filled in, from above to below, and with which words. */
export function missingIn(draft: Draft): [keyof Draft, string][] {
  const isEmpty = (words: string) => words.trim() === ''
  return [
    ...(isEmpty(draft.title) ? [['title', '请写一句是什么事'] as [keyof Draft, string]] : []),
    ...(isEmpty(draft.content) ? [['content', '请写明要部门做什么'] as [keyof Draft, string]] : []),
    ...(isEmpty(draft.place) ? [['place', '请写明地点，部门好找'] as [keyof Draft, string]] : []),
    ...(draft.departmentCodes.length === 0 ? [['departmentCodes', '请至少选一个部门'] as [keyof Draft, string]] : []),
    ...(draft.departmentCodes.length > 1 && draft.leadCode === undefined
      ? [['leadCode', '请选择由谁牵头'] as [keyof Draft, string]]
      : []),
  ]
}
