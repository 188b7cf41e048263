import { toSignIn } from './navigation'
import { readProblem, type ApiProblem } from './problem'
import { session } from './session'

export const bearer = (token: string | undefined): Record<string, string> =>
  token === undefined ? {} : { authorization: `Bearer ${token}` }

/**
 * Why an answer is no success. A session that is no longer known is dropped on the way, and the person led to sign in.
 * @param token what the call carried: somebody else may have signed in meanwhile
 */
export function refusal(status: number, body: unknown, token: string | undefined): ApiProblem {
  const problem = readProblem(status, body)
  if (problem.code === 'not_signed_in' && token !== undefined && session.get()?.token === token) {
    session.end()
    toSignIn()
  }
  return problem
}
