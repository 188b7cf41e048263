import type { OrgLevel, Role } from '@xinban/shared/domain'
import type { DeviceHasher } from './crypto/device-hasher'
import type { PersonalData } from './crypto/personal-data'
import type { UrlSigner } from './crypto/url-signer'
import type { Database } from './db/database'
import type { Env } from './env'
import type { FileStore } from './storage/file-store'
import type { Wechat } from './wechat/wechat-client'

/** What every command may use; made once at start, replaced piece by piece in tests. */
export interface Services {
  readonly env: Env
  readonly db: Database
  readonly personalData: PersonalData
  readonly fileStore: FileStore
  /** Signs the URLs of files. */
  readonly fileUrls: UrlSigner
  /** Makes traces of devices, which tell nothing about a device. */
  readonly deviceHasher: DeviceHasher
  readonly wechat: Wechat | null
}

export interface ActorMembership {
  readonly id: string
  readonly role: Role
  readonly orgCode: string
  readonly orgName: string
  readonly level: OrgLevel
  readonly path: string
  readonly districtCode: string
}

/** Who acts, with the roles that hold at this moment. */
export interface Actor {
  readonly personId: string
  readonly memberships: readonly ActorMembership[]
}

/** Everything a command knows of its caller and of the time. Commands never read the clock themselves. */
export interface Ctx {
  readonly services: Services
  readonly actor: Actor
  readonly now: Date
  readonly requestId: string
  /** What the app made up for the device it runs on; never kept or logged as it is. Absent: no trace is made. */
  readonly deviceId?: string
  /** An import pushes facts of the past through the commands: nobody is told of them. */
  readonly isImport?: true
}

/** The same for what anyone may read. */
export type PublicCtx = Omit<Ctx, 'actor'> & { readonly actor: Actor | null }
