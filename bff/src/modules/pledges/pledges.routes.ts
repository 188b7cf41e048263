import type { Bind } from '../../http/bind'
import { exportLedger } from './chain/export-ledger'
import { amendPledge } from './commands/amend-pledge'
import { objectPledge, resolveObjection } from './commands/object-pledge'
import { ratePledge } from './commands/rate-pledge'
import { completeMilestone, progressPledge } from './commands/report-pledge'
import { gradePledge, requestStrikeOff, sendBack, strikeOff } from './commands/strike-off-pledge'
import { presentComment, presentComments, presentCommentsOf } from './comments/comment.presenter'
import { commentPledge, decideComment } from './comments/comments'
import { addCandidate, createList } from './lists/create-list'
import { closeList, consentNumber, deliberate, evaluateList, gradeList, startList } from './lists/list-steps'
import { presentList, presentLists } from './lists/pledge-list.presenter'
import { publishList } from './lists/publish-list'
import { openVote, vote } from './lists/vote'
import { presentPledge } from './pledge.presenter'
import { presentPledgeRules, savePledgeRules } from './rules/save-pledge-rules'

export function pledgeRoutes(bind: Bind): void {
  listRoutes(bind)
  bind.endpoint('pledges.show', ({ ctx, params: { id } }) => presentPledge(ctx, id))
  bind.endpoint('pledges.comments', ({ ctx, params: { id }, query }) => presentCommentsOf(ctx, id, query))
  bind.command('pledges.progress', (r) => progressPledge(r.ctx, targetOf(r), r.body), presentPledge)
  bind.command('pledges.complete-milestone', (r) => completeMilestone(r.ctx, targetOf(r), r.body), presentPledge)
  bind.command('pledges.amend', (r) => amendPledge(r.ctx, targetOf(r), r.body), presentPledge)
  bind.command('pledges.comment', (r) => commentPledge(r.ctx, targetOf(r), r.body), presentPledge)
  bind.command('pledges.rate', (r) => ratePledge(r.ctx, targetOf(r), r.body), presentPledge)
  bind.command('pledges.grade', (r) => gradePledge(r.ctx, targetOf(r), r.body), presentPledge)
  bind.command('pledges.object', (r) => objectPledge(r.ctx, targetOf(r), r.body), presentPledge)
  bind.command('pledges.resolve-objection', (r) => resolveObjection(r.ctx, targetOf(r), r.body), presentPledge)
  bind.command('pledges.request-strike-off', (r) => requestStrikeOff(r.ctx, targetOf(r), r.body), presentPledge)
  bind.command('pledges.strike-off', (r) => strikeOff(r.ctx, targetOf(r), r.body), presentPledge)
  bind.command('pledges.send-back', (r) => sendBack(r.ctx, targetOf(r), r.body), presentPledge)
  bind.endpoint('comments.list', ({ ctx, query }) => presentComments(ctx, query))
  bind.command('comments.approve', (r) => decideComment(r.ctx, targetOf(r), 'approve', null), presentComment)
  bind.command('comments.hide', (r) => decideComment(r.ctx, targetOf(r), 'hide', r.body.reason), presentComment)
  bind.endpoint('pledge-rules.show', ({ ctx, query }) => presentPledgeRules(ctx, query))
  bind.endpoint('pledge-rules.save', ({ ctx, body }) => savePledgeRules(ctx, body))
}

function listRoutes(bind: Bind): void {
  bind.endpoint('pledge-lists.list', ({ ctx, query }) => presentLists(ctx, query))
  bind.endpoint('pledge-lists.show', ({ ctx, params: { id } }) => presentList(ctx, id))
  bind.command('pledge-lists.create', ({ ctx, body }) => createList(ctx, body), presentList)
  bind.command('pledge-lists.add-candidate', (r) => addCandidate(r.ctx, targetOf(r), r.body), presentList)
  // No command: an idempotency row would say when who voted.
  bind.endpoint('pledge-lists.vote', ({ ctx, params: { id }, body }) => vote(ctx, id, body))
  bind.command('pledge-lists.deliberate', (r) => deliberate(r.ctx, targetOf(r)), presentList)
  bind.command('pledge-lists.open-vote', (r) => openVote(r.ctx, targetOf(r), r.body), presentList)
  bind.command('pledge-lists.consent-number', (r) => consentNumber(r.ctx, targetOf(r), r.body), presentList)
  bind.command('pledge-lists.publish', (r) => publishList(r.ctx, targetOf(r), r.body), presentList)
  bind.command('pledge-lists.start', (r) => startList(r.ctx, targetOf(r)), presentList)
  bind.command('pledge-lists.evaluate', (r) => evaluateList(r.ctx, targetOf(r)), presentList)
  bind.command('pledge-lists.grade', (r) => gradeList(r.ctx, targetOf(r), r.body), presentList)
  bind.command('pledge-lists.close', (r) => closeList(r.ctx, targetOf(r), r.body), presentList)
  bind.bytes('pledge-lists.ledger', ({ ctx, params: { id } }) => exportLedger(ctx, id))
}

interface Addressed {
  readonly params: { readonly id: string }
  readonly expectedVersion: number | undefined
}
const targetOf = ({ params: { id }, expectedVersion }: Addressed) => ({ id, expectedVersion })
