import { toSignIn } from './navigation'
import { readProblem, type ApiProblem } from './problem'
import { session } from './session'

export const bearer = (token: string | undefined): Record<string, string> =>
  token === undefined ? {} : { authorization: `Bearer ${token}` }

/**
 * Why an answer is no success. A session that is no longer known is dropped on the way: whoever only looks goes on as
 * a visitor, and whoever does something is led to sign in (`leadToSignIn`).
 * @param token what the call carried: somebody else may have signed in meanwhile
 */
export function refusal(status: number, body: unknown, token: string | undefined): ApiProblem {
  const problem = readProblem(status, body)
  if (problem.code === 'not_signed_in' && token !== undefined && session.get()?.token === token) {
    session.lapse()
  }
  return problem
}

/** To where one signs in, when that is what something a person did is short of; the page stays below. */
export function leadToSignIn({ code }: ApiProblem): boolean {
  if (code !== 'not_signed_in') return false
  toSignIn()
  return true
}
