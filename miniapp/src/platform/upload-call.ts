import type { Upload } from '@xinban/shared/contracts'
import { apiBase, routes } from '@xinban/shared/routes'
import { bearer, leadToSignIn, refusal } from './answer'

const [, path] = routes['files.upload']
export const uploadUrl = `${API_ORIGIN}${apiBase}${path}`
export const uploadField = 'file'
/** A large picture over a slow network. */
export const uploadTimeoutMs = 120_000

/** Without a content type: who makes the form knows its boundary. */
export const uploadHeaders = (token: string | undefined, key: string): Record<string, string> => ({
  accept: 'application/json, application/problem+json',
  'idempotency-key': key,
  ...bearer(token),
})

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Uploads are answered with text on both sides. Throws ApiProblem. */
export function readUpload(status: number, text: string, token: string | undefined): Upload {
  const body = parse(text)
  if (status >= 200 && status < 300 && body !== undefined) return body as Upload
  const problem = refusal(status, body, token)
  leadToSignIn(problem)
  throw problem
}
