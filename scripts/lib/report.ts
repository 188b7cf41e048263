import type { Outcome, Step, StepEvents } from './steps'

const isTerminal = process.stdout.isTTY
/** Milliseconds between two signs of life: often where a line can be written over, seldom in a log. */
const pace = isTerminal ? 1_000 : 30_000
const clearLine = isTerminal ? '\r\x1b[K' : ''

/** `12 passed, 0 failed`, and `, 1 skipped` where something was. */
export function countWords(outcomes: readonly Outcome[]): string {
  const sum = (pick: (outcome: Outcome) => number) => outcomes.reduce((total, outcome) => total + pick(outcome), 0)
  const skipped = sum((outcome) => outcome.skipped)
  const words = `${sum((outcome) => outcome.passed)} passed, ${sum((outcome) => outcome.failed)} failed`
  return skipped > 0 ? `${words}, ${skipped} skipped` : words
}

/** One line for every step that ends, what a failed one said, and in between what is going on. */
export function reportSteps(total: number): StepEvents & { stop(): void } {
  const begun = new Map<Step, number>()
  const broken: string[] = []
  let ended = 0
  const seconds = (step: Step) => (Date.now() - (begun.get(step) ?? Date.now())) / 1000
  const pulse = setInterval(() => {
    const words = [...begun.keys()].map((step) => `${step.name} ${seconds(step).toFixed(0)} s`).join(', ')
    process.stdout.write(`${clearLine}  … ${ended}/${total} done; running: ${words}${isTerminal ? '' : '\n'}`)
  }, pace)
  return {
    onStart: (step) => void begun.set(step, Date.now()),
    onEnd(step, outcome) {
      ended++
      const mark = outcome.failed > 0 ? '✗' : outcome.passed > 0 ? '✓' : '–'
      const number = `${ended}/${total}`.padStart(5)
      const time = `${seconds(step).toFixed(1)} s`.padStart(8)
      const words = [countWords([outcome]), outcome.note].filter(Boolean).join(' · ')
      begun.delete(step)
      process.stdout.write(`${clearLine}${mark} ${number}  ${step.title.padEnd(44)} ${time}   ${words}\n`)
      if (outcome.failed === 0) return
      broken.push(step.name)
      process.stdout.write(`${indent(outcome.output ?? '')}\n`)
    },
    stop: () => {
      clearInterval(pulse)
      process.stdout.write(clearLine)
      if (broken.length > 0) process.stdout.write(`\nWhat failed is above: ${broken.join(', ')}\n`)
    },
  }
}

const indent = (text: string): string => text.trimEnd().replaceAll(/^/gm, '    ')
