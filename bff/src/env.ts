import path from 'node:path'

export type DatabaseTarget =
  | { kind: 'sqlite'; file: string }
  | { kind: 'mysql'; host: string; port: number; user: string; password: string; database: string }

export interface Env {
  readonly isProduction: boolean
  readonly isDemo: boolean
  readonly host: string
  readonly port: number
  readonly database: DatabaseTarget
  /** Directory for uploaded pictures, the embedded database and the local keys. */
  readonly dataDir: string
  /** The built H5, served beside the API when it is there. */
  readonly h5Dir: string | null
  /** `keyId:base64` of 32 bytes; null lets demo mode make its own. */
  readonly dataKey: string | null
  readonly lookupKey: string | null
  /** The district that signed-out visitors are shown first. */
  readonly districtCode: string | null
  readonly wechat: { appid: string; secret: string; baseUrl: string } | null
  readonly logLevel: string
  /** Sign-in attempts a minute and address. */
  readonly signInsPerMinute: number
  /** Uploads a minute and person. */
  readonly uploadsPerMinute: number
  readonly isBehindProxy: boolean
  /** Whether the server runs the jobs too; else `main-jobs` has to. */
  readonly runsJobs: boolean
}

/** What the environment says, in one place. Throws an Error whose message says what to set. */
export function readEnv(source: NodeJS.ProcessEnv = process.env): Env {
  const isProduction = source.NODE_ENV === 'production'
  const isDemo = source.XINBAN_DEMO === '1'
  const dataDir = path.resolve(source.XINBAN_DATA_DIR ?? '.data')
  const database = readDatabase(source.DATABASE_URL, dataDir)
  if (isDemo) refuseDemoOnProduction(source, isProduction, database)
  const wechat = source.WECHAT_APPID
    ? {
        appid: source.WECHAT_APPID,
        secret: needed(source, 'WECHAT_SECRET', 'WECHAT_APPID is set'),
        baseUrl: (source.WECHAT_BASE_URL ?? 'https://api.weixin.qq.com').replace(/\/$/, ''),
      }
    : null
  return {
    isProduction,
    isDemo,
    host: source.HOST || '127.0.0.1',
    port: readPort(source.PORT),
    database,
    dataDir,
    h5Dir: source.XINBAN_H5_DIR ? path.resolve(source.XINBAN_H5_DIR) : null,
    dataKey: isDemo ? null : needed(source, 'XINBAN_DATA_KEY', 'personal data is encrypted at rest'),
    lookupKey: isDemo ? null : needed(source, 'XINBAN_LOOKUP_KEY', 'phones are found by a keyed hash'),
    districtCode: source.XINBAN_DISTRICT ?? null,
    wechat,
    logLevel: source.LOG_LEVEL ?? 'info',
    signInsPerMinute: readCount(source.XINBAN_SIGN_INS_PER_MINUTE, 60),
    uploadsPerMinute: readCount(source.XINBAN_UPLOADS_PER_MINUTE, 60),
    isBehindProxy: source.XINBAN_BEHIND_PROXY === '1',
    runsJobs: source.XINBAN_JOBS !== '0',
  }
}

function needed(source: NodeJS.ProcessEnv, name: string, why: string): string {
  const value = source[name]
  if (!value) throw new Error(`${name} is not set, and it is needed: ${why}`)
  return value
}

function readPort(value: string | undefined): number {
  const port = Number(value ?? 3000)
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new Error(`PORT is ${value}; it must be 0 to 65535`)
  return port
}

function readCount(value: string | undefined, fallback: number): number {
  const count = Number(value ?? fallback)
  if (!Number.isInteger(count) || count < 1) throw new Error(`${value} is not a whole number above 0`)
  return count
}

/** `sqlite:FILE` or `mysql://user:password@host:port/database`. */
function readDatabase(url: string | undefined, dataDir: string): DatabaseTarget {
  if (!url) return { kind: 'sqlite', file: path.join(dataDir, 'xinban.sqlite') }
  if (url.startsWith('sqlite:')) return { kind: 'sqlite', file: path.resolve(url.slice('sqlite:'.length)) }
  if (!/^(mysql|mariadb):\/\//.test(url)) throw new Error('DATABASE_URL must begin with sqlite: or mysql://')
  const { hostname, port, username, password, pathname } = new URL(url)
  return {
    kind: 'mysql',
    host: hostname,
    port: Number(port || 3306),
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
    database: pathname.slice(1),
  }
}

/** Demo mode signs anyone in without a password, so it must never meet real data. */
function refuseDemoOnProduction(source: NodeJS.ProcessEnv, isProduction: boolean, database: DatabaseTarget): void {
  if (isProduction) throw new Error('demo mode does not start with NODE_ENV=production')
  if (source.WECHAT_APPID) throw new Error('demo mode does not start with a WeChat appid (unset WECHAT_APPID)')
  if (database.kind === 'mysql') throw new Error('demo mode runs on its own embedded database (unset DATABASE_URL)')
}
