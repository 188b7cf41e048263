import { allJobs } from '../src/jobs/all-jobs'
import { JobRunner, type Pass } from '../src/jobs/runner'
import type { TestServer } from './server'

/** Does what is due at the test's time, as the runner of a server does it every second. */
export async function runJobs({ services, clock, log }: TestServer): Promise<Pass> {
  // Each test has its own time, so what an earlier one left of leases is not of this one.
  await services.db.unitOfWork((em) => em.query('DELETE FROM job_leases'))
  const { sources } = allJobs()
  return new JobRunner(services, { sources, recurring: [] }, { logger: log.logger }).runOnce(clock.now())
}
