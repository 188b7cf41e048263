import { createHmac } from 'node:crypto'

/**
 * Traces of devices: an HMAC of what the app made up for its device, under a key of this purpose alone, salted by the
 * month in UTC, so that no trace can be followed over the months by whoever has the table.
 */
export class DeviceHasher {
  constructor(private readonly key: Buffer) {}

  /** @returns 64 hexadecimal digits */
  hash(deviceId: string, at: Date): string {
    return createHmac('sha256', this.key)
      .update(`${monthOf(at)}:${deviceId}`)
      .digest('hex')
  }

  /** The traces of a device in every month from `from` to `to`. */
  hashes(deviceId: string, from: Date, to: Date): string[] {
    const hashes: string[] = []
    for (let month = firstOf(from, 0); month <= to; month = firstOf(month, 1)) hashes.push(this.hash(deviceId, month))
    return hashes
  }
}

const monthOf = (at: Date) => at.toISOString().slice(0, 7)
const firstOf = (at: Date, later: number) => new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + later, 1))
