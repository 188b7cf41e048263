/** The server's signed references to pictures are relative to itself. */
export const fileUrl = (reference: string): string => API_ORIGIN + reference

/** Whether the ten minutes of a signed reference are over by this device's clock. */
export function isExpired(reference: string, now: Date): boolean {
  const expires = /[?&]expires=(\d+)/.exec(reference)?.[1]
  return expires !== undefined && Number(expires) * 1000 <= now.getTime()
}
