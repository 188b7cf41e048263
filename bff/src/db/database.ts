import { AsyncLocalStorage } from 'node:async_hooks'
import type { DataSource, EntityManager } from 'typeorm'
import { isRetryable, retryDelay } from './retry'
import { execute } from './sql'

export type Dialect = 'sqlite' | 'mysql'

const maxAttempts = 8

/**
 * The one door to the database. Every write goes through `unitOfWork`; reads outside of one go to `reader`.
 *
 * TypeORM gives SQLite a single shared connection on which concurrent transactions nest as savepoints of each other,
 * so there the units run one after the other on their own writer, and readers have a second connection on the WAL file
 * that never sees uncommitted rows. On MySQL-protocol engines a unit is a plain pooled transaction.
 */
export class Database {
  private readonly current = new AsyncLocalStorage<EntityManager>()
  private tail: Promise<unknown> = Promise.resolve()

  constructor(
    readonly dialect: Dialect,
    private readonly writer: DataSource,
    private readonly readSource: DataSource,
  ) {}

  /** The running unit's manager, or the reading one. Never write through it outside of a unit. */
  get reader(): EntityManager {
    return this.current.getStore() ?? this.readSource.manager
  }

  /** The data source of migrations and of the drift check. */
  get schemaSource(): DataSource {
    return this.writer
  }

  /**
   * Runs `work` in one transaction; a unit inside a unit joins it. On a deadlock, a lock time-out or a busy file the
   * whole of `work` runs again, so it may do nothing but database work.
   */
  async unitOfWork<T>(work: (em: EntityManager) => Promise<T>): Promise<T> {
    const outer = this.current.getStore()
    if (outer) return work(outer)
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.once(work)
      } catch (error) {
        if (attempt >= maxAttempts || !isRetryable(error)) throw error
        await retryDelay(attempt)
      }
    }
  }

  async close(): Promise<void> {
    await this.tail
    if (this.readSource !== this.writer) await this.readSource.destroy()
    await this.writer.destroy()
  }

  private once<T>(work: (em: EntityManager) => Promise<T>): Promise<T> {
    const run = (em: EntityManager) => this.current.run(em, () => work(em))
    return this.dialect === 'sqlite' ? this.exclusive(() => this.immediate(run)) : this.pooled(run)
  }

  /** A transaction on a connection of the pool, without what TypeORM does around each statement of its own. */
  private async pooled<T>(work: (em: EntityManager) => Promise<T>): Promise<T> {
    const runner = this.writer.createQueryRunner()
    try {
      await execute(runner.manager, 'START TRANSACTION')
      const result = await work(runner.manager)
      await execute(runner.manager, 'COMMIT')
      return result
    } catch (error) {
      await execute(runner.manager, 'ROLLBACK').catch(() => undefined)
      throw error
    } finally {
      await runner.release()
    }
  }

  private exclusive<T>(work: () => Promise<T>): Promise<T> {
    const result = this.tail.then(work, work)
    this.tail = result.then(
      () => undefined,
      () => undefined,
    )
    return result
  }

  /**
   * BEGIN IMMEDIATE instead of TypeORM's deferred BEGIN: beside a second process, a transaction that reads first and
   * writes later would fail with SQLITE_BUSY_SNAPSHOT however long it waits.
   */
  private async immediate<T>(work: (em: EntityManager) => Promise<T>): Promise<T> {
    const runner = this.writer.createQueryRunner()
    await runner.query('BEGIN IMMEDIATE')
    try {
      const result = await work(runner.manager)
      await runner.query('COMMIT')
      return result
    } catch (error) {
      await runner.query('ROLLBACK').catch(() => undefined)
      throw error
    }
  }
}
