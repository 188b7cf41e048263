/**
 * Tests that build on each other: when one fails, those after it fail at once and say which, rather than each waiting
 * for what cannot come.
 */
export function steps(): (name: string, run: () => Promise<void>, timeoutMs?: number) => void {
  let broken: string | undefined
  return (name, run, timeoutMs) =>
    test(
      name,
      async () => {
        if (broken !== undefined) throw new Error(`“${broken}” did not pass, and this needs it`)
        broken = name
        await run()
        broken = undefined
      },
      timeoutMs,
    )
}
