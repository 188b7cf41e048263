import * as z from 'zod/mini'

/** Every error code that leaves the server, with its HTTP status. Programs rely on the code, people read the words. */
export const errorStatuses = {
  malformed_json: 400,
  malformed_request: 400,
  not_signed_in: 401,
  wrong_credentials: 401,
  forbidden: 403,
  /** The caller has not agreed to the privacy notice that holds now; after `consents.give` the same request goes through. */
  consent_needed: 403,
  not_found: 404,
  method_not_allowed: 405,
  wrong_state: 409,
  lost_race: 409,
  already_exists: 409,
  version_mismatch: 412,
  too_large: 413,
  unsupported_media_type: 415,
  invalid: 422,
  idempotency_key_reused: 422,
  account_locked: 429,
  too_many_requests: 429,
  internal: 500,
  upstream_failed: 502,
  unavailable: 503,
} as const
export type ErrorCode = keyof typeof errorStatuses
export const errorCodes = Object.keys(errorStatuses) as [ErrorCode, ...ErrorCode[]]

/** RFC 9457 problem details. `title`, `detail` and each `message` are Chinese, for people. */
export const Problem = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.enum(errorCodes),
  detail: z.string(),
  requestId: z.string(),
  errors: z.optional(z.array(z.strictObject({ path: z.string(), code: z.string(), message: z.string() }))),
})
export type Problem = z.infer<typeof Problem>
