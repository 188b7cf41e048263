import { MainJob1763769600000 } from './0001-main-job'

/** In order. TypeORM runs what is missing and remembers what ran. */
export const migrations = [MainJob1763769600000]
