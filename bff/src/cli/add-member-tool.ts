import { createInterface } from 'node:readline/promises'
import { roles, type Role } from '@xinban/shared/domain'
import { ProblemError } from '../errors'
import { addMember } from '../modules/identity'
import { openServices } from '../start-server'
import { databaseWords, readCliEnv } from './cli-env'

const usage = `usage: pnpm add:member ROLE ORG_CODE ACCOUNT NAME   (the first password is read from standard input)
roles: ${roles.join(', ')}`

/** `pnpm add:member`: how an operator makes the first administrator of a district; the rest is done in the app. */
export async function addMemberTool([role, orgCode, account, name]: readonly string[]): Promise<number> {
  if (!isRole(role) || orgCode === undefined || account === undefined || name === undefined) throw new Error(usage)
  const env = readCliEnv()
  const services = await openServices(env)
  try {
    process.stdout.write(`adding ${role} ${account} at ${orgCode} in ${databaseWords(env)}\n`)
    const password = await readLine('first password (not needed for a known account): ')
    const input = { role, orgCode, account, name, ...(password !== '' && { password }) }
    await addMember({ services, now: new Date() }, input, null)
    process.stdout.write('done\n')
    return 0
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    process.stderr.write(`${error.detail}\n`)
    return 1
  } finally {
    await services.db.close()
  }
}

const isRole = (role: string | undefined): role is Role => (roles as readonly (string | undefined)[]).includes(role)

async function readLine(question: string): Promise<string> {
  const lines = createInterface({ input: process.stdin })
  if (process.stdin.isTTY) process.stdout.write(question)
  for await (const line of lines) return line
  return ''
}
