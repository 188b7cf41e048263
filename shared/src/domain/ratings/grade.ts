/** Parts of a grade and the most each can score; together 100. */
export const gradeParts = { timeliness: 30, quality: 40, evidence: 15, communication: 15 } as const
export type GradePart = keyof typeof gradeParts
export type GradeScores = Readonly<Record<GradePart, number>>

export const gradePartWords: Record<GradePart, string> = {
  timeliness: '及时',
  quality: '质量',
  evidence: '凭证',
  communication: '沟通',
}

/** Sum of the parts, 0–100. */
export function gradeTotal(scores: GradeScores): number {
  return scores.timeliness + scores.quality + scores.evidence + scores.communication
}
