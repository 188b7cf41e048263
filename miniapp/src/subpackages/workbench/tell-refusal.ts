import type { ApiProblem } from '@/platform/problem'

/** Why an order was not accepted; a version that has moved on means that somebody was faster. */
export const whyNotAccepted = (problem: ApiProblem): string =>
  problem.status === 409 || problem.status === 412 ? '刚被同事先处理了' : problem.message

/** The same as a sentence of its own, beside a list that was fetched anew. */
export const tellRefusal = (problem: ApiProblem, title: string): string =>
  problem.status === 409 || problem.status === 412 ? `“${title}”刚被同事先处理了，列表已更新` : problem.message
