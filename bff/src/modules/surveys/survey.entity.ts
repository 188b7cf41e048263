import type { ScoreRuleSet, SurveyMethod, SurveyQuestion, SurveyState } from '@xinban/shared/domain'
import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { code, count, exact, id, instant, json, nullable, orgCode, text } from '../../db/columns'

@Entity('surveys')
@Index('ix_surveys_org', ['orgCode', 'id'])
@Index('ix_surveys_due', ['state', 'closesAt'])
export class SurveyRow {
  @PrimaryColumn(id) id!: string
  @Column(orgCode) orgCode!: string
  @Column(orgCode) districtCode!: string
  @Column(code(60)) title!: string
  @Column(code(500)) intro!: string
  @Column(code(16)) method!: SurveyMethod
  @Column(json) questions!: SurveyQuestion[]
  @Column(code(16)) state!: SurveyState
  @Column(instant) opensAt!: Date
  @Column(instant) closesAt!: Date
  @Column({ ...id, ...nullable }) pledgeId!: string | null
  @Column({ ...id, ...nullable }) pledgeListId!: string | null
  /** How many took part; the questions are frozen from the first on. */
  @Column(count) ballots!: number
  /** Those of them whom staff helped. */
  @Column(count) helped!: number
  /** Everyone who could have taken part, as counted at the close. */
  @Column({ ...count, ...nullable }) roster!: number | null
  /** By which it was counted; null until then. */
  @Column({ ...json, ...nullable }) rules!: ScoreRuleSet | null
  @Column({ ...instant, ...nullable }) closedAt!: Date | null
  /** The membership that was used. */
  @Column(id) createdById!: string
  @Column(count) version!: number
}

/** Whose verified residents are asked: those of the org and of everything below it. */
@Entity('survey_orgs')
@Index('ix_survey_orgs_org', ['orgCode', 'surveyId'])
export class SurveyOrg {
  @PrimaryColumn(id) surveyId!: string
  @PrimaryColumn(orgCode) orgCode!: string
}

/** That somebody took part, and who helped; its key makes it single. It carries no time, and nothing of a ballot. */
@Entity('survey_participations')
@Index('ix_survey_participations_person', ['personId'])
export class SurveyParticipation {
  @PrimaryColumn(id) surveyId!: string
  @PrimaryColumn(id) personId!: string
  @Column({ ...id, ...nullable }) helpedById!: string | null
}

/** The key of a survey's boxes, itself sealed; gone once they are counted. */
@Entity('survey_keys')
export class SurveyKey {
  @PrimaryColumn(id) surveyId!: string
  @Column(code(200)) sealed!: string
}

/** Ballots of an open survey, mixed, under one seal of a size that never changes. */
@Entity('survey_boxes')
export class SurveyBox {
  @PrimaryColumn(id) surveyId!: string
  @PrimaryColumn(count) number!: number
  @Column(count) ballots!: number
  @Column(text) sealed!: string
}

/** How often an answer was given in a closed survey. */
@Entity('survey_tallies')
export class SurveyTally {
  @PrimaryColumn(id) surveyId!: string
  @PrimaryColumn(exact(16)) questionKey!: string
  @PrimaryColumn(count) value!: number
  @Column(count) amount!: number
}

/** What was written in a closed survey. Its id is random, and so is its place. */
@Entity('survey_texts')
@Index('ix_survey_texts_question', ['surveyId', 'questionKey', 'id'])
export class SurveyText {
  @PrimaryColumn(id) id!: string
  @Column(id) surveyId!: string
  @Column(exact(16)) questionKey!: string
  @Column(code(200)) text!: string
}
