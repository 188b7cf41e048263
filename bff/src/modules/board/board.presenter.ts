import type { Board, BoardChild, BoardPledge } from '@xinban/shared/contracts'
import {
  chinaDate,
  dayOfDate,
  formatInstant,
  instantOn,
  isAssessed,
  monthOf,
  nextMilestone,
} from '@xinban/shared/domain'
import type { EntityManager } from 'typeorm'
import type { Services } from '../../context'
import { notFound } from '../../errors'
import { presentAttachment } from '../files'
import { findOrg, findOrgs, orgRef, type Org } from '../orgs'
import { findPledgesOf, litPledge, pledgeRulesOf, staleFrom, type PledgeListRow, type PledgeRow } from '../pledges'
import { monthScores } from '../scores'
import {
  countPlaced,
  findListsOfYear,
  findNewestPhoto,
  findShownList,
  findTerritory,
  type BoardLevel,
} from './board.queries'

type Shown = Org & { readonly level: BoardLevel }
const isShown = (org: Org | undefined): org is Shown =>
  org !== undefined && ['district', 'street', 'community'].includes(org.level)

/** A district, street or community by its code. Throws not_found for anything else. */
export async function findBoardOrg(em: EntityManager, code: string): Promise<Shown> {
  const org = await findOrg(em, code)
  if (!isShown(org)) throw notFound('这个公示屏')
  return org
}

interface Wanted {
  readonly orgCode: string
  /** The present one where it is not named, or the latest year before it that has a list. */
  readonly year: number | undefined
  readonly now: Date
}

/** Everything on a public board; reads counters and the pledges of one year, whatever the history. Throws not_found. */
export async function computeBoard(services: Services, { orgCode, year, now }: Wanted): Promise<Board> {
  const { db, env } = services
  const { reader } = db
  const org = await findBoardOrg(reader, orgCode)
  const thisYear = Number(chinaDate(now).slice(0, 4))
  const list = await findShownList(reader, org.code, year ?? thisYear, year !== undefined)
  const shownYear = list?.year ?? year ?? thisYear
  const pledges = list ? await findPledgesOf(reader, [list.id]) : []
  const { rules } = await pledgeRulesOf(reader, org.districtCode)
  const present = (pledge: PledgeRow) => presentPledge(pledge, rules, now)
  const parent = org.parentCode === null ? undefined : (await findOrgs(reader, [org.parentCode])).get(org.parentCode)
  return {
    ...{ org: orgRef(org), year: shownYear, asOf: formatInstant(now), isDemo: env.isDemo || org.isDemo },
    list: list ? { id: list.id, state: list.state, grade: list.gradeScore } : null,
    pledges: pledges.map(present),
    orders: await presentOrders(reader, org, now),
    latestFinished: await latestOf(services, pledges, now),
    parent: parent ? orgRef(parent) : null,
    children: org.level === 'community' ? [] : await presentChildren(reader, org, shownYear, present),
  }
}

type Rules = Awaited<ReturnType<typeof pledgeRulesOf>>['rules']

function presentPledge(pledge: PledgeRow, rules: Rules, now: Date): BoardPledge {
  const { id, number, title, category, terms, survey, state, gradeScore } = pledge
  const lit = litPledge(pledge, rules, now)
  const next = nextMilestone(terms.milestones)
  return {
    ...{ id, number, title, category, progress: lit.percent, isPartlyReported: lit.isPartlyReported },
    ...{ light: lit.light, lightWord: lit.word, isStale: state === 'delivering' && staleFrom(pledge, rules) <= now },
    staleDays: rules.staleDays,
    nextMilestone: next && { title: next.title, dueOn: next.dueOn },
    ...{ deadline: terms.deadline, satisfaction: survey?.mean ?? null, coverage: survey?.coverage ?? null },
    grade: gradeScore,
  }
}

async function presentOrders(em: EntityManager, org: Shown, now: Date): Promise<Board['orders']> {
  const month = monthOf(now)
  const { code, level, districtCode } = org
  const [figures] = await monthScores(em, { scope: level, codes: [code], months: [month], districtCode })
  const { response, satisfaction } = figures?.score.parts ?? {}
  const { coverage } = figures?.score ?? {}
  return {
    month,
    placed: await countPlaced(em, org, instantOn(dayOfDate(`${month}-01`), 0)),
    ...{ acceptedInTime: response?.good ?? 0, acceptDue: response?.of ?? 0, fulfilled: coverage?.of ?? 0 },
    ...{ rating: figureOf(satisfaction?.rate), rated: satisfaction?.of ?? 0, coverage: figureOf(coverage?.rate) },
  }
}

const figureOf = (rate: number | 'not_assessed' | undefined): number | null =>
  rate === undefined || !isAssessed(rate) ? null : rate

/** Everybody gets the same board: its URLs change with each of these, not with every moment. */
const photoMs = 5 * 60_000

async function latestOf(
  services: Services,
  pledges: readonly PledgeRow[],
  now: Date,
): Promise<Board['latestFinished']> {
  const done = pledges.filter(({ state, struckOffAt }) => state === 'struck_off' && struckOffAt !== null)
  const [latest] = done.sort((a, b) => (b.struckOffAt?.getTime() ?? 0) - (a.struckOffAt?.getTime() ?? 0))
  if (!latest?.struckOffAt) return null
  const photo = await findNewestPhoto(services.db.reader, latest.id)
  const signedAt = new Date(Math.floor(now.getTime() / photoMs) * photoMs)
  return {
    ...{ number: latest.number, title: latest.title, at: formatInstant(latest.struckOffAt) },
    photo: photo ? presentAttachment({ services, now: signedAt }, photo) : null,
  }
}

/** What stands directly under an org, each with everything below it added up. */
async function presentChildren(
  em: EntityManager,
  org: Org,
  year: number,
  present: (pledge: PledgeRow) => BoardPledge,
): Promise<BoardChild[]> {
  const territory = await findTerritory(em, org)
  const below = territory.filter(({ code }) => code !== org.code)
  const lists = await findListsOfYear(
    em,
    below.map(({ code }) => code),
    year,
  )
  const pledges = await findPledgesOf(
    em,
    lists.map(({ id }) => id),
  )
  const lit = pledges.map((pledge) => ({ pledge, light: present(pledge).light }))
  const orgOf = new Map(lists.map((list: PledgeListRow) => [list.id, list.orgCode]))
  return below
    .filter(({ parentCode }) => parentCode === org.code)
    .map((child) => {
      const inside = new Set(below.filter(({ path }) => path.startsWith(child.path)).map(({ code }) => code))
      const own = lit.filter(({ pledge }) => inside.has(orgOf.get(pledge.listId) ?? ''))
      const lights = { green: 0, yellow: 0, red: 0, blue: 0, grey: 0 }
      for (const { light } of own) lights[light] += 1
      return { org: orgRef(child), pledges: own.length, lights }
    })
}
