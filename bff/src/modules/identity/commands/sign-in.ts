import type { CreateSession } from '@xinban/shared/contracts'
import type { EntityManager } from 'typeorm'
import type { PublicCtx } from '../../../context'
import { isDuplicateKey } from '../../../db/retry'
import { insertRow, updateRows } from '../../../db/rows'
import { execute } from '../../../db/sql'
import { forbidden, lostRace, wrongCredentials } from '../../../errors'
import { Account, SessionRow, WechatIdentity } from '../identity.entity'
import { findAccount, findPerson, findWechatIdentity, insertPerson } from '../identity.repository'
import { isPasswordRight } from '../passwords'
import { hashToken, newToken } from '../tokens'
import { beginPasswordAttempt, forgetPasswordAttempts } from './password-attempts'

const day = 24 * 60 * 60_000
const lifetimes = { wechat: 30 * day, password: 0.5 * day, demo: 30 * day } as const

export interface SignedIn {
  readonly token: string
  readonly expiresAt: Date
  readonly personId: string
}

/**
 * Opens a session by one of the providers.
 * Throws wrong_credentials, account_locked after five wrong passwords, forbidden for a provider that is not on here.
 */
export async function signIn(ctx: PublicCtx, input: CreateSession): Promise<SignedIn> {
  switch (input.provider) {
    case 'password':
      return openSession(ctx, await byPassword(ctx, input.account, input.password), 'password')
    case 'demo':
      return openSession(ctx, await byDemoAccount(ctx, input.account), 'demo')
    case 'wechat':
      return openSession(ctx, await byWechat(ctx, input.code), 'wechat')
  }
}

async function openSession(
  { services, now }: PublicCtx,
  personId: string,
  provider: SessionRow['provider'],
): Promise<SignedIn> {
  const token = newToken()
  const expiresAt = new Date(now.getTime() + lifetimes[provider])
  await services.db.unitOfWork((em) =>
    insertRow(em, SessionRow, { tokenHash: hashToken(token), personId, provider, createdAt: now, expiresAt }),
  )
  return { token, expiresAt, personId }
}

async function byDemoAccount({ services, now }: PublicCtx, name: string): Promise<string> {
  if (!services.env.isDemo) throw forbidden('这里没有开启演示登录，请用微信或账号密码登录')
  const account = await findAccount(services.db.reader, name)
  if (!account?.isDemo) throw wrongCredentials()
  const person = await findPerson(services.db.reader, account.personId)
  return person?.deletedAt ? newDemoPerson({ services, now }, account) : account.personId
}

/** Whoever comes first after the account's person was deleted makes the new one. */
async function newDemoPerson(
  { services, now }: Pick<PublicCtx, 'services' | 'now'>,
  { name, personId }: Account,
): Promise<string> {
  return services.db.unitOfWork(async (em) => {
    const next = await insertPerson(em, now, { isDemo: true })
    const taken = await updateRows(em, Account, { personId: next }, 'name = ? AND person_id = ?', [name, personId])
    if (taken === 0) throw lostRace()
    return next
  })
}

async function byPassword(ctx: PublicCtx, name: string, password: string): Promise<string> {
  const { db } = ctx.services
  await beginPasswordAttempt(ctx.services, name, ctx.now)
  const account = await findAccount(db.reader, name)
  const isRight = await isPasswordRight(account?.passwordHash, password)
  if (!account || !isRight) throw wrongCredentials()
  await forgetPasswordAttempts(ctx.services, name)
  return account.personId
}

async function byWechat(ctx: PublicCtx, code: string): Promise<string> {
  const { wechat, db } = ctx.services
  if (!wechat) throw forbidden('这里没有开启微信登录，请用账号密码登录')
  const { openid, unionid } = await wechat.codeToSession(code)
  const known = await findWechatIdentity(db.reader, wechat.appid, openid)
  if (known) return known.personId
  try {
    return await db.unitOfWork((em) => firstVisit(em, ctx, { appid: wechat.appid, openid, unionid: unionid ?? null }))
  } catch (error) {
    if (!isDuplicateKey(error)) throw error
    const winner = await findWechatIdentity(db.reader, wechat.appid, openid)
    if (!winner) throw error
    return winner.personId
  }
}

async function firstVisit(
  em: EntityManager,
  { now }: PublicCtx,
  identity: Pick<WechatIdentity, 'appid' | 'openid' | 'unionid'>,
): Promise<string> {
  const personId = await insertPerson(em, now)
  await insertRow(em, WechatIdentity, { ...identity, personId, createdAt: now })
  return personId
}

/** Ends the session at once. */
export async function signOut({ services }: PublicCtx, token: string): Promise<void> {
  await services.db.unitOfWork((em) => execute(em, 'DELETE FROM sessions WHERE token_hash = ?', [hashToken(token)]))
}
