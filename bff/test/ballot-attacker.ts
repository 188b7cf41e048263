import { deepStrictEqual } from 'node:assert'

export type Dump = Record<string, Record<string, unknown>[]>

/** Who answered what, as the attacker says. */
export type Guess = ReadonlyMap<string, string>

const textOf = (value: unknown): string => (value instanceof Date ? value.toISOString() : String(value))
const bySome = (column: string) => (a: Record<string, unknown>, b: Record<string, unknown>) =>
  textOf(a[column]) < textOf(b[column]) ? -1 : 1

/** Rows of a table in every order that a reader could put them in: as they lie, and by each of their columns. */
function ordersOf(rows: readonly Record<string, unknown>[]): Record<string, unknown>[][] {
  const columns = Object.keys(rows[0] ?? {})
  return [[...rows], ...columns.map((column) => [...rows].sort(bySome(column)))]
}

const isSame = (a: unknown, b: unknown): boolean => {
  try {
    deepStrictEqual(a, b)
    return true
  } catch {
    return false
  }
}

/** Rows of every table that came while the survey ran. */
function newRows(before: Dump, after: Dump): Dump {
  return Object.fromEntries(
    Object.entries(after).map(([table, rows]) => {
      const known = new Set((before[table] ?? []).map((row) => JSON.stringify(row)))
      return [table, rows.filter((row) => !known.has(JSON.stringify(row)))]
    }),
  )
}

/**
 * Somebody who holds the database before and after a survey and wants to know who answered what: every list of persons
 * that came about meanwhile, in any order, against every list of answers, in any order; and every row that names a
 * person and an answer at once.
 * @param answerOf how an answer is told from a row; undefined where there is none
 */
export function attack(
  before: Dump,
  after: Dump,
  {
    persons,
    answerOf,
  }: { persons: ReadonlySet<string>; answerOf: (row: Record<string, unknown>) => string | undefined },
): Guess[] {
  const fresh = newRows(before, after)
  const personIn = (row: Record<string, unknown>) =>
    Object.values(row)
      .map(textOf)
      .find((value) => persons.has(value))
  const tables = Object.values(fresh).filter((rows) => rows.length > 0 && !isSame(rows, []))
  const peopleLists = tables
    .flatMap((rows) => ordersOf(rows.filter((row) => personIn(row) !== undefined)))
    .map((rows) => [...new Set(rows.map((row) => personIn(row) as string))])
    .filter((list) => list.length > 1)
  const answerLists = tables
    .flatMap((rows) => ordersOf(rows.filter((row) => answerOf(row) !== undefined)))
    .map((rows) => rows.map((row) => answerOf(row) as string))
    .filter((list) => list.length > 1)
  const together = new Map(
    tables.flat().flatMap((row) => {
      const [person, answer] = [personIn(row), answerOf(row)]
      return person !== undefined && answer !== undefined ? [[person, answer] as const] : []
    }),
  )
  const paired = peopleLists.flatMap((people) =>
    answerLists.map((answers) => new Map(people.map((person, at) => [person, answers[at] ?? ''] as const))),
  )
  return [together, ...paired]
}

/** How many of its guesses are right. */
export const hits = (guess: Guess, truth: ReadonlyMap<string, string>): number =>
  [...guess].filter(([person, answer]) => truth.get(person) === answer).length
