export interface Outcome {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
  /** A few words beside the counts. */
  readonly note?: string
  /** Everything that was said, shown when something failed. */
  readonly output?: string
}

export interface Step {
  /** One word; `--only` chooses by its beginning. */
  readonly name: string
  readonly title: string
  /** Steps whose result it uses: when one fails, this is left out. */
  readonly needs?: readonly string[]
  /** Steps it must not run beside. */
  readonly after?: readonly string[]
  readonly run: () => Promise<Outcome>
}

export interface StepEvents {
  readonly onStart: (step: Step) => void
  readonly onEnd: (step: Step, outcome: Outcome) => void
}

export const passed: Outcome = { passed: 1, failed: 0, skipped: 0 }
export const failed = (output: string): Outcome => ({ passed: 0, failed: 1, skipped: 0, output })

/** The chosen steps with everything they need; all of them when nothing is chosen. */
export function chooseSteps(steps: readonly Step[], only: readonly string[]): Step[] {
  if (only.length === 0) return [...steps]
  const unknown = only.filter((wanted) => !steps.some(({ name }) => name.startsWith(wanted)))
  if (unknown.length > 0) {
    throw new Error(`no step begins with ${unknown.join(', ')}; there are ${steps.map(({ name }) => name).join(', ')}`)
  }
  const chosen = new Set(steps.filter(({ name }) => only.some((wanted) => name.startsWith(wanted))))
  for (const step of [...steps].reverse()) {
    if (chosen.has(step)) steps.filter(({ name }) => step.needs?.includes(name)).forEach((needed) => chosen.add(needed))
  }
  return steps.filter((step) => chosen.has(step))
}

/** Runs the steps in their order, so many at a time, each as soon as what it needs is there. Never throws. */
export async function runSteps(steps: readonly Step[], width: number, events: StepEvents): Promise<Outcome[]> {
  const outcomes = new Map<string, Outcome>()
  const running = new Map<string, Promise<void>>()
  const waiting = [...steps]
  const has = (name: string) => steps.some((step) => step.name === name)
  const isOver = (name: string) => !has(name) || outcomes.has(name)
  const runOne = async (step: Step) => {
    const broken = (step.needs ?? []).filter(
      (name) => (outcomes.get(name)?.failed ?? 0) > 0 || isLeftOut(outcomes, name),
    )
    events.onStart(step)
    const outcome =
      broken.length > 0
        ? { passed: 0, failed: 0, skipped: 1, note: `left out: ${broken.join(', ')} failed` }
        : await step.run().catch((error: unknown) => failed(error instanceof Error ? error.message : String(error)))
    outcomes.set(step.name, outcome)
    running.delete(step.name)
    events.onEnd(step, outcome)
  }
  while (waiting.length > 0 || running.size > 0) {
    const next = waiting.findIndex((step) => [...(step.needs ?? []), ...(step.after ?? [])].every(isOver))
    if (next >= 0 && running.size < width) {
      for (const step of waiting.splice(next, 1)) running.set(step.name, runOne(step))
      continue
    }
    await Promise.race(running.values())
  }
  return [...outcomes.values()]
}

const isLeftOut = (outcomes: ReadonlyMap<string, Outcome>, name: string): boolean =>
  outcomes.get(name)?.note?.startsWith('left out') === true
