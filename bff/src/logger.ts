import { pino, type Logger } from 'pino'

/** One JSON line an entry. Headers, bodies and queries are never handed to it. */
export const createLogger = (level: string): Logger => pino({ level, base: null })
