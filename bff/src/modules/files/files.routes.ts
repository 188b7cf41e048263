import { availableParallelism } from 'node:os'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import type { Services } from '../../context'
import type { Bind } from '../../http/bind'
import { spend } from '../../http/rate-limit'
import { discardFile } from './commands/discard-file'
import { receiveFile } from './commands/receive-file'
import { presentUpload, showFile } from './file.presenter'
import { makePicture } from './image'
import { Turns } from './turns'

export function fileRoutes(bind: Bind, { env }: Services): void {
  const uploads = new RateLimiterMemory({ points: env.uploadsPerMinute, duration: 60 })
  // Uploads are in memory while they last: a few of each person, and so many that they cannot fill it.
  const ofPerson = new Turns(2, 2 * 9)
  const ofAll = new Turns(24, 200)
  // Decoding keeps a processor busy; one stays free for everything else.
  const decoding = new Turns(Math.max(1, Math.min(4, availableParallelism() - 1)), 200)
  const take = <T>(personId: string, work: () => Promise<T>) => ofPerson.run(personId, () => ofAll.run('', work))

  bind.upload(
    'files.upload',
    async ({ ctx }, file) => {
      await spend(uploads, ctx.actor.personId)
      return take(ctx.actor.personId, async () => {
        const bytes = await file.read()
        const picture = await decoding.run('', () => makePicture(bytes))
        return receiveFile(ctx, picture, (command) => file.once(bytes, command))
      })
    },
    presentUpload,
  )
  bind.bytes('files.show', ({ ctx, params, query }) => showFile(ctx, params.id, query))
  bind.endpoint('files.discard', ({ ctx, params }) => discardFile(ctx, params.id))
}
