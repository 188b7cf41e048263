import { MainJob1763769600000 } from './0001-main-job'
import { Files1764028800000 } from './0002-files'

/** In order. TypeORM runs what is missing and remembers what ran. */
export const migrations = [MainJob1763769600000, Files1764028800000]
