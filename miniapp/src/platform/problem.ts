import type { ErrorCode, Problem } from '@xinban/shared/contracts'

/** `offline`: no answer came. `unreadable`: one came that is not ours. */
export type ProblemCode = ErrorCode | 'offline' | 'unreadable'

/** Why a call failed, in words that can be shown as they are. */
export class ApiProblem extends Error {
  readonly code: ProblemCode
  readonly status: number
  /** What is wrong with each field that was sent, by its dotted path (`contact.phone`). */
  readonly fields: Readonly<Record<string, string>>

  constructor(code: ProblemCode, status: number, words: string, fields: Readonly<Record<string, string>> = {}) {
    super(words)
    this.name = 'ApiProblem'
    this.code = code
    this.status = status
    this.fields = fields
  }

  /** Whether the same thing may succeed when it is sent again unchanged: the server has not decided on it. */
  get isUndecided(): boolean {
    return this.status === 0 || this.status >= 500
  }
}

const isProblem = (body: unknown): body is Problem =>
  typeof body === 'object' && body !== null && 'code' in body && 'detail' in body && typeof body.detail === 'string'

function fieldsOf(problem: Problem): Record<string, string> {
  const fields: Record<string, string> = {}
  for (const { path, message } of problem.errors ?? []) fields[path] ??= message
  return fields
}

const offlineWords = '网络不通，请检查网络后再试'
const unreadableWords = '服务暂时没有回应，请过一会儿再试'

export const offline = (): ApiProblem => new ApiProblem('offline', 0, offlineWords)

/** Reads an answer that is not a success; a proxy between may have answered in its own words. */
export function readProblem(status: number, body: unknown): ApiProblem {
  if (!isProblem(body)) return new ApiProblem('unreadable', status, unreadableWords)
  return new ApiProblem(body.code, status, body.detail || body.title, fieldsOf(body))
}

/** Whatever was thrown, as something to show. */
export const asProblem = (thrown: unknown): ApiProblem =>
  thrown instanceof ApiProblem ? thrown : new ApiProblem('unreadable', 0, unreadableWords)
