const units = { days: 86_400_000, hours: 3_600_000, minutes: 60_000, ms: 1 } as const
type Span = Partial<Record<keyof typeof units, number>>

/** A Sunday morning in China; every test that reads the clock begins here. */
export const sunday = new Date('2026-11-22T09:00:00+08:00')

/** The time that the server is given. It stands still until a test moves it. */
export class TestClock {
  private instant = sunday

  readonly now = (): Date => this.instant

  /** Back to the beginning. */
  reset(): void {
    this.instant = sunday
  }

  advance(span: Span): void {
    const ms = Object.entries(span).reduce((sum, [unit, count]) => sum + count * units[unit as keyof typeof units], 0)
    this.instant = new Date(this.instant.getTime() + ms)
  }
}
