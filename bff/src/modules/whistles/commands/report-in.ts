import { timingSafeEqual } from 'node:crypto'
import type { ReportIn } from '@xinban/shared/contracts'
import { distanceMetres, sayDistance, whistleReach } from '@xinban/shared/domain'
import type { Ctx } from '../../../context'
import { invalidField } from '../../../errors'
import { readPoint } from '../../places'
import type { WhistleEventData } from '../whistle-event.entity'
import type { WhistleRow } from '../whistle.entity'
import { moveWhistle, type WhistleTarget } from './move-whistle'

/**
 * A department is at the place: by the code that stands there, or within reach by its phone. Kept is that it was, and
 * how far; where the phone was is not. Throws invalid for a wrong code and from too far away.
 */
export const reportIn = (ctx: Ctx, target: WhistleTarget, body: ReportIn): Promise<string> =>
  moveWhistle(ctx, target, 'report-in', {
    ...{ note: body.note, attachments: body.attachments },
    check: (whistle) => presenceOf(whistle, body),
  })

function presenceOf(whistle: WhistleRow, { placeCode, point }: ReportIn): WhistleEventData {
  if (placeCode !== undefined) {
    if (timingSafeEqual(Buffer.from(placeCode), Buffer.from(whistle.placeCode))) return { isByCode: true }
    throw invalidField('placeCode', 'wrong', '到场码不对，请看现场街道工作人员出示的 6 位数字')
  }
  const place = readPoint(whistle)
  if (!place || !point) {
    throw invalidField('point', 'no_place', '这个哨没有标出位置，请输入现场的到场码')
  }
  const metres = Math.round(distanceMetres(point, place))
  if (metres <= whistleReach) return { metres }
  throw invalidField(
    'point',
    'too_far',
    `你离现场${sayDistance(metres)}，到 ${whistleReach} 米以内再报到，或者输入现场的到场码`,
  )
}
