import { RateLimiterRes, type RateLimiterMemory } from 'rate-limiter-flexible'
import { tooManyRequests } from '../errors'

/** Takes one of the attempts of `key`. Throws too_many_requests, with the time to wait, when there are none left. */
export async function spend(limiter: RateLimiterMemory, key: string): Promise<void> {
  try {
    await limiter.consume(key)
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) throw tooManyRequests(Math.ceil(refusal.msBeforeNext / 1000))
    throw refusal
  }
}
