import * as z from 'zod/mini'
import { Id } from './common'

const moveErrors = [
  'forbidden',
  'not_found',
  'wrong_state',
  'lost_race',
  'version_mismatch',
  'idempotency_key_reused',
] as const
/** A command on one row that the flow allows or not: the row comes back as it is then. */
export const moves = <Body extends z.ZodMiniType, Response extends z.ZodMiniType>(
  summary: string,
  body: Body,
  response: Response,
) =>
  ({
    summary,
    auth: 'person',
    params: z.strictObject({ id: Id }),
    body,
    status: 200,
    response,
    errors: moveErrors,
    isIdempotent: true,
    takesVersion: true,
  }) as const
/** A body that says nothing more. */
export const nothing = z.strictObject({})
/** Six digits that somebody reads out. */
export const Code = z.string().check(z.trim(), z.regex(/^\d{6}$/))
