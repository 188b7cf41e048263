import type { Answer } from '@xinban/shared/contracts'
import {
  chinaDate,
  dictionaryRows,
  formatInstant,
  isPublished,
  monthsOf,
  openDataColumns,
  pledgeCategoryWords,
  pledgeListStates,
  pledgeListStateWords,
  type OpenDataRow,
  type OpenDataSet,
} from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import type { Services } from '../../context'
import { listOrgs, type Org } from '../orgs'
import { findPledgesOf, litPledge, pledgeRulesOf } from '../pledges'
import { monthScores, type MonthScore } from '../scores'
import { findBoardOrg } from './board.presenter'
import { findListsOfYear, findTerritory } from './board.queries'

interface Wanted {
  readonly set: OpenDataSet
  /** The first district where it is not named. */
  readonly org: string | undefined
  readonly year: number | undefined
  readonly now: Date
}

export type OpenData = Answer<'open-data.json'>
const mark = '演示数据，仅供试用'

/** A set of open data of a territory and year: what stands on boards, and counters; nothing of a person. Throws not_found. */
export async function computeOpenData({ db, env }: Services, { set, org, year, now }: Wanted): Promise<OpenData> {
  const { reader } = db
  const code = org ?? env.districtCode ?? (await firstDistrict(reader))
  const root = await findBoardOrg(reader, code)
  const shown = { territory: await findTerritory(reader, root), year: year ?? Number(chinaDate(now).slice(0, 4)), now }
  const isDemo = env.isDemo || root.isDemo
  return {
    ...{ set, asOf: formatInstant(now), isDemo, mark: isDemo ? mark : null },
    columns: openDataColumns[set].map(({ name }) => name),
    rows: (await rowsOf(reader, set, shown)).map((row) => ({ ...row })),
  }
}

async function firstDistrict(em: EntityManager): Promise<string> {
  const [district] = await listOrgs(em, { parentCode: null, level: 'district', afterCode: '', limit: 1 })
  return district?.code ?? ''
}

interface Shown {
  readonly territory: readonly Org[]
  readonly year: number
  readonly now: Date
}

function rowsOf(em: EntityManager, set: OpenDataSet, shown: Shown): Promise<OpenDataRow[]> {
  switch (set) {
    case 'board':
      return boardRows(em, shown)
    case 'pledges':
      return pledgeRows(em, shown)
    case 'orders-by-month':
      return monthRows(em, shown)
    case 'dictionary':
      return Promise.resolve(dictionaryRows())
  }
}

const named = ({ code, name }: Org) => ({ orgCode: code, orgName: name })

async function litPledges(em: EntityManager, { territory, year, now }: Shown) {
  const byCode = new Map(territory.map((org) => [org.code, org]))
  const lists = await findListsOfYear(em, [...byCode.keys()], year, pledgeListStates)
  const pledges = await findPledgesOf(
    em,
    lists.filter(({ state }) => isPublished(state)).map(({ id }) => id),
  )
  const { rules } = await pledgeRulesOf(em, territory[0]?.districtCode ?? '')
  const all = pledges.flatMap((pledge) => {
    const org = byCode.get(pledge.orgCode)
    return org ? [{ pledge, org, lit: litPledge(pledge, rules, now) }] : []
  })
  return { lists, all }
}

/** One row for each org that has a list, in whatever state, and for each community that has none. */
async function boardRows(em: EntityManager, shown: Shown): Promise<OpenDataRow[]> {
  const { lists, all } = await litPledges(em, shown)
  const listOf = new Map(lists.map((list) => [list.orgCode, list]))
  return shown.territory.flatMap((org) => {
    const list = listOf.get(org.code)
    if (!list && org.level !== 'community') return []
    const own = all.filter((each) => each.org.code === org.code)
    const lights = { green: 0, yellow: 0, red: 0, blue: 0, grey: 0 }
    for (const { lit } of own) lights[lit.light] += 1
    const surveyed = own.flatMap(({ pledge }) => (pledge.survey ? [pledge.survey.mean] : []))
    return [
      {
        ...{ ...named(org), level: org.level, year: shown.year, state: list ? pledgeListStateWords[list.state] : null },
        ...{ pledges: own.length, ...lights, progress: meanOf(own.map(({ lit }) => lit.percent ?? 0)) },
        ...{ satisfaction: meanOf(surveyed), surveyed: surveyed.length, grade: list?.gradeScore ?? null },
      },
    ]
  })
}

/** With one decimal; null of nothing. */
const meanOf = (figures: readonly number[]): number | null =>
  figures.length === 0 ? null : Math.round((figures.reduce((sum, one) => sum + one, 0) / figures.length) * 10) / 10

async function pledgeRows(em: EntityManager, shown: Shown): Promise<OpenDataRow[]> {
  const { all } = await litPledges(em, shown)
  return all
    .sort((a, b) => (a.org.code < b.org.code ? -1 : a.org.code > b.org.code ? 1 : a.pledge.number - b.pledge.number))
    .map(({ pledge, org, lit }) => {
      const { number, title, category, terms, survey, gradeScore } = pledge
      const open = terms.milestones.filter(({ progress }) => progress !== 100)
      const next = open.sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1))[0]
      return {
        ...named(org),
        ...{ year: pledge.year, number, title, category: pledgeCategoryWords[category], progress: lit.percent },
        ...{ light: lit.word, nextMilestone: next?.title ?? null, nextDueOn: next?.dueOn ?? null },
        ...{ deadline: terms.deadline, satisfaction: survey?.mean ?? null, coverage: survey?.coverage ?? null },
        grade: gradeScore,
      }
    })
}

/** Months of the year by the counters of scores, of every org of the territory that has any. */
async function monthRows(em: EntityManager, { territory, year }: Shown): Promise<OpenDataRow[]> {
  const rows: OpenDataRow[] = []
  for (const scope of ['district', 'street', 'community'] as const) {
    const orgs = territory.filter(({ level }) => level === scope)
    if (orgs.length === 0) continue
    const byCode = new Map(orgs.map((org) => [org.code, org]))
    const wanted = {
      scope,
      codes: [...byCode.keys()],
      months: monthsOf(String(year)),
      districtCode: orgs[0]?.districtCode ?? '',
    }
    for (const figures of await monthScores(em, wanted)) {
      const org = byCode.get(figures.code)
      if (org) rows.push({ ...named(org), ...monthRow(figures) })
    }
  }
  return rows
}

function monthRow({ month, score, tally }: MonthScore): OpenDataRow {
  const { response, satisfaction } = score.parts
  const orNull = (figure: number | 'not_assessed') => (figure === 'not_assessed' ? null : figure)
  return {
    ...{ month, acceptDue: response.of, acceptedInTime: response.good },
    ...{ fulfilDue: tally.fulfilDue ?? 0, solved: tally.fulfilSolved ?? 0, fulfilled: score.coverage.of },
    ...{ rated: satisfaction.of, favourable: satisfaction.good, satisfaction: orNull(satisfaction.rate) },
    coverage: orNull(score.coverage.rate),
  }
}
