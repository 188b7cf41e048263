import { allJobs } from '../src/jobs/all-jobs'
import { JobRunner, type Pass } from '../src/jobs/runner'
import type { TestServer } from './server'

/** Does what is due at the test's time, as the runner of a server does it every second. */
export async function runJobs({ services, clock, log }: TestServer): Promise<Pass> {
  const { sources } = allJobs()
  return new JobRunner(services, { sources, recurring: [] }, { logger: log.logger }).runOnce(clock.now())
}
