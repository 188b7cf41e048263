import path from 'node:path'
import type { AddressInfo } from 'node:net'
import { createServer, type Server } from 'node:http'
import type { Logger } from 'pino'
import { createApp } from './app'
import type { Services } from './context'
import { DeviceHasher } from './crypto/device-hasher'
import { deriveKey, loadKeys } from './crypto/keys'
import { PersonalData } from './crypto/personal-data'
import { UrlSigner } from './crypto/url-signer'
import { ensureStamp, migrate } from './db/migrate'
import { openDatabase } from './db/open'
import type { Env } from './env'
import { allJobs } from './jobs/all-jobs'
import { closeBoards } from './modules/board'
import { JobRunner } from './jobs/runner'
import { DiskFileStore } from './storage/disk-file-store'
import { fileStoreName } from './storage/store-name'
import { WechatClient } from './wechat/wechat-client'

/** Longer than proxies keep an idle connection: else one is closed here just as they send the next request on it. */
export const keepAliveMs = 75_000

/** Opens, migrates and stamps the database, and makes what commands need. */
export async function openServices(env: Env): Promise<Services> {
  const db = await openDatabase(env.database)
  try {
    await migrate(db)
    await ensureStamp(db, env.isDemo ? 'demo' : 'ordinary')
    const keys = loadKeys(env)
    return {
      env,
      db,
      personalData: new PersonalData(keys),
      fileStore: new DiskFileStore(path.join(env.dataDir, 'files', await fileStoreName(db, new Date()))),
      fileUrls: new UrlSigner(deriveKey(keys, 'file-url')),
      deviceHasher: new DeviceHasher(deriveKey(keys, 'device-trace')),
      wechat: env.wechat ? new WechatClient(env.wechat) : null,
    }
  } catch (error) {
    await db.close()
    throw error
  }
}

export interface RunningServer {
  readonly url: string
  /** Lets running requests finish, then closes the database. */
  stop(): Promise<void>
}

/**
 * Serves, and runs the jobs, until `stop`. Throws when the port is taken, in words that say so.
 * @param clock what requests and jobs take for the present; the machine's unless told otherwise
 */
export async function startServer(
  services: Services,
  logger: Logger,
  clock: () => Date = () => new Date(),
): Promise<RunningServer> {
  const { env, db } = services
  const handle = createApp(services, { logger, clock }).callback()
  const running = new Set<Promise<void>>()
  const server = createServer({ keepAliveTimeout: keepAliveMs }, (request, response) => {
    const answered = handle(request, response).finally(() => running.delete(answered))
    running.add(answered)
  })
  await listen(server, env)
  const jobs = new JobRunner(services, allJobs(), { logger, clock })
  if (env.runsJobs) jobs.start()
  const { port } = server.address() as AddressInfo
  const host = env.host === '0.0.0.0' || env.host === '::' ? 'localhost' : env.host
  return {
    url: `http://${host}:${port}`,
    async stop() {
      closeBoards(services)
      server.closeIdleConnections()
      await new Promise((resolve) => server.close(resolve))
      // A caller that hung up leaves its request running.
      await Promise.allSettled(running)
      await jobs.stop()
      await db.close()
    },
  }
}

function listen(server: Server, { host, port }: Env): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const isTaken = error.code === 'EADDRINUSE'
      reject(
        isTaken
          ? new Error(`port ${port} is taken; choose another one, for example PORT=${port + 1} npm start`)
          : error,
      )
    })
    server.listen(port, host, resolve)
  })
}
