import type { PledgeAction } from '@xinban/shared/domain'
import { ok, staff } from '../api-double'
import { need, objection, pledge, pledgeList, votingList } from '../pledge-double'
import { board as publicBoard } from '../board-double'
import { survey, surveyResult } from '../survey-double'
import { nobody, none, page, pledgeLists, noPledgeLists } from './fixtures'
import type { SomeNeeds } from './page-need'

const onlyWords = { ...survey().questions[2], title: '还想说什么？', isRequired: true } as ReturnType<
  typeof survey
>['questions'][number]
const shownPledge = (action: PledgeAction) => ok<'pledges.show'>(pledge({ allowedActions: [action] }))

export const pledgesNeeds = {
  board: {
    ...{ kind: 'detail', query: { org: '610303001002' }, asks: 'board.show', shows: /装路灯/ },
    answers: { 'board.show': ok<'board.show'>(publicBoard()) },
  },
  surveys: {
    ...{ kind: 'list', as: nobody, needsSignIn: true, asks: 'surveys.list', shows: /今年的实事/ },
    answers: { 'surveys.list': ok<'surveys.list'>(page(survey())) },
    empty: { answers: { 'surveys.list': ok<'surveys.list'>(none) }, words: /现在没有请你参加的测评/ },
  },
  survey: {
    ...{ kind: 'form', as: nobody, needsSignIn: true, query: { id: 's1', as: 'staff' } },
    fetches: {
      ...{ asks: 'surveys.show', shows: /今年的实事/ },
      answers: { 'surveys.show': ok<'surveys.show'>(survey({ allowedActions: ['help'], questions: [onlyWords] })) },
    },
    typed: { 居民的手机号: '13900001111', 居民的姓名: '刘秀英', '1. 还想说什么？': '路灯亮了' },
    press: '投票',
  },
  'survey-result': {
    ...{ kind: 'detail', query: { id: 's1' }, asks: 'surveys.result', shows: /测评结论/ },
    answers: { 'surveys.result': ok<'surveys.result'>(surveyResult()) },
  },
  'held-survey': {
    ...{ kind: 'detail', as: [staff], needsSignIn: true, query: { id: 's1' } },
    ...{ asks: 'surveys.show', shows: /参加人数/ },
    answers: { 'surveys.show': ok<'surveys.show'>(survey({ turnout: { ballots: 3, helped: 1 } })) },
  },
  'edit-survey': {
    ...{ kind: 'form', as: [staff], needsSignIn: true, query: { id: 's1' } },
    fetches: {
      ...{ asks: 'surveys.show', shows: /第 1 题/ },
      answers: { 'surveys.show': ok<'surveys.show'>(survey({ phase: 'draft', allowedActions: ['update'] })) },
    },
    typed: { 测评名称: '修路的事' },
    press: '保存',
  },
  pledge: {
    ...{ kind: 'detail', query: { id: 'p1' }, asks: 'pledges.show', shows: /给老楼装扶手/ },
    answers: { 'pledges.show': ok<'pledges.show'>(pledge()) },
  },
  'pledge-list': {
    ...{ kind: 'detail', query: { id: 'pl1' }, asks: 'pledge-lists.show', shows: /给老楼装扶手/ },
    answers: { 'pledge-lists.show': ok<'pledge-lists.show'>(pledgeList()) },
  },
  'pledge-lists': {
    ...{ kind: 'list', query: { org: '610303' }, asks: 'pledge-lists.list', shows: /东关社区/ },
    answers: { 'pledge-lists.list': pledgeLists },
    empty: { answers: noPledgeLists, words: /还没有清单/ },
  },
  needs: {
    ...{ kind: 'list', query: { org: '610303001002' }, asks: 'needs.list', shows: /给老楼装扶手/ },
    answers: { 'needs.list': ok<'needs.list'>(page(need())) },
    empty: { answers: { 'needs.list': ok<'needs.list'>(none) }, words: /这里还没有需求/ },
  },
  'new-need': {
    ...{ kind: 'form', as: nobody, needsSignIn: true },
    typed: { 最想办什么: '给老楼装扶手', 说说情况: '楼梯滑' },
    press: '提交',
  },
  'pledge-vote': {
    ...{ kind: 'detail', as: nobody, needsSignIn: true, query: { id: 'pl1' } },
    ...{ asks: 'pledge-lists.show', shows: /修补健身广场/ },
    answers: { 'pledge-lists.show': ok<'pledge-lists.show'>(votingList()) },
  },
  'pledge-desk': {
    ...{ kind: 'list', as: [staff], needsSignIn: true, asks: 'pledge-lists.list', shows: /给老楼装扶手/ },
    answers: { 'pledge-lists.list': pledgeLists },
    empty: { answers: noPledgeLists, words: /清单还没有开始/ },
  },
  'pledge-report': {
    ...{ kind: 'form', as: [staff], needsSignIn: true, query: { id: 'p1' } },
    fetches: { asks: 'pledges.show', answers: { 'pledges.show': shownPledge('progress') }, shows: /给老楼装扶手/ },
    typed: { 这一步办到百分之几: '40', 办到哪一步了: '三号楼装好了' },
    press: '报进展',
  },
  'pledge-amend': {
    ...{ kind: 'form', as: [staff], needsSignIn: true, query: { id: 'p1' } },
    fetches: { asks: 'pledges.show', answers: { 'pledges.show': shownPledge('amend') }, shows: /给老楼装扶手/ },
    typed: { 咨询电话: '0917-1111111', '为什么调整（公开）': '换了电话' },
    press: '公开调整',
  },
  'pledge-grade': {
    ...{ kind: 'form', as: [staff], needsSignIn: true, query: { id: 'p1' } },
    fetches: { asks: 'pledges.show', answers: { 'pledges.show': shownPledge('grade') }, shows: /给老楼装扶手/ },
    typed: { '打多少分（0 到 100）': '90', 为什么给这个分: '按期办成' },
    press: '提交评单',
  },
  'pledge-answer': {
    ...{ kind: 'detail', as: [staff], needsSignIn: true, query: { id: 'p1', objection: 'b1' } },
    ...{ asks: 'pledges.show', shows: /还没有装/ },
    answers: {
      'pledges.show': ok<'pledges.show'>(pledge({ allowedActions: ['resolve-objection'], objections: [objection()] })),
    },
  },
  'pledge-need-answer': {
    ...{ kind: 'detail', as: [staff], needsSignIn: true, query: { id: 'n1' } },
    ...{ asks: 'needs.show', shows: /给老楼装扶手/ },
    answers: {
      'needs.show': ok<'needs.show'>(need({ allowedActions: ['answer'] })),
      'pledge-lists.list': pledgeLists,
    },
  },
  'pledge-publish': {
    ...{ kind: 'detail', as: [staff], needsSignIn: true, query: { id: 'pl1' } },
    ...{ asks: 'pledge-lists.show', shows: /修补健身广场/ },
    answers: { 'pledge-lists.show': ok<'pledge-lists.show'>(votingList({ allowedActions: ['publish'] })) },
  },
} satisfies SomeNeeds
