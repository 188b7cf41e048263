/** What a calendar is told of a booking. Instants are absolute; calendars show them in their own zone. */
export interface CalendarEntry {
  /** Stays the same however often the booking is moved. */
  readonly uid: string
  /** Grows with every change, so that a calendar replaces what it has. */
  readonly sequence: number
  readonly start: Date
  readonly end: Date
  readonly changedAt: Date
  readonly summary: string
  readonly location: string
  readonly description: string
  readonly isCancelled: boolean
}

const stamp = (at: Date): string => at.toISOString().replace(/[-:]|\.\d+/g, '')

/** RFC 5545, 3.3.11: backslash, comma, semicolon and line break are escaped. */
const escaped = (text: string): string => text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n')

const octets = (character: string): number => {
  const code = character.codePointAt(0) ?? 0
  if (code < 0x80) return 1
  if (code < 0x800) return 2
  return code < 0x10000 ? 3 : 4
}

/** RFC 5545, 3.1: no line is longer than 75 octets of UTF-8, the space that continues it included; no character is cut. */
export function foldLine(line: string): string {
  const parts: string[] = []
  let part = ''
  let size = 0
  for (const character of line) {
    if (size + octets(character) > 75) {
      parts.push(part)
      part = ''
      size = 1
    }
    part += character
    size += octets(character)
  }
  return [...parts, part].join('\r\n ')
}

/** The iCalendar file of one booking (RFC 5545), with a reminder an hour before. */
export function iCalendar(entry: CalendarEntry): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Xinban//Booking//ZH',
    'CALSCALE:GREGORIAN',
    `METHOD:${entry.isCancelled ? 'CANCEL' : 'PUBLISH'}`,
    'BEGIN:VEVENT',
    `UID:${entry.uid}`,
    `SEQUENCE:${entry.sequence}`,
    `DTSTAMP:${stamp(entry.changedAt)}`,
    `DTSTART:${stamp(entry.start)}`,
    `DTEND:${stamp(entry.end)}`,
    `SUMMARY:${escaped(entry.summary)}`,
    `LOCATION:${escaped(entry.location)}`,
    `DESCRIPTION:${escaped(entry.description)}`,
    `STATUS:${entry.isCancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    ...(entry.isCancelled
      ? []
      : ['BEGIN:VALARM', 'ACTION:DISPLAY', 'TRIGGER:-PT1H', `DESCRIPTION:${escaped(entry.summary)}`, 'END:VALARM']),
    'END:VEVENT',
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${foldLine(line)}\r\n`).join('')
}
