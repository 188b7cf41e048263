import { MainJob1763769600000 } from './0001-main-job'
import { ServiceItemVersions1764633600000 } from './0010-service-item-versions'

/** In order. TypeORM runs what is missing and remembers what ran. */
export const migrations = [MainJob1763769600000, ServiceItemVersions1764633600000]
