import type { Bind, Request } from '../../http/bind'
import { recordUse, removeTemplate, updateTemplate, type TemplateTarget } from './commands/change-template'
import { createTemplate } from './commands/create-template'
import { presentTemplate, presentTemplates } from './template.presenter'

const target = ({
  params,
  expectedVersion,
}: Pick<Request<'templates.remove'>, 'params' | 'expectedVersion'>): TemplateTarget => ({
  id: params.id,
  expectedVersion,
})

export function templateRoutes(bind: Bind): void {
  bind.endpoint('templates.list', ({ ctx, query }) => presentTemplates(ctx, query.membershipId, query.purpose))
  bind.command('templates.create', ({ ctx, body }) => createTemplate(ctx, body), presentTemplate)
  bind.endpoint('templates.update', async (r) => {
    await updateTemplate(r.ctx, target(r), r.body.text)
    return presentTemplate(r.ctx, r.params.id)
  })
  bind.endpoint('templates.remove', (r) => removeTemplate(r.ctx, target(r)))
  bind.endpoint('templates.use', ({ ctx, params }) => recordUse(ctx, params.id))
}
