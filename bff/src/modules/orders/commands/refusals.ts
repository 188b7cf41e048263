import type { OrderRules, RefusalReason } from '@xinban/shared/domain'

const refusals: Record<RefusalReason, string | ((rules: OrderRules) => string)> = {
  wrong_state: '这个单现在的状态不能这样操作，请刷新后查看',
  already_rated: '这个单你已经评价过了，一个单评价一次',
  rating_window_open: '居民还可以评价，评价之后或评价期过后再评单',
  rating_window_over: ({ ratingWindowDays: days }) =>
    `评价期已过：办好后 ${days} 天内可以评价。有话要说，可以再点一个单`,
  not_public: '这个单没有公开，或者已经公开了',
  no_bad_review: '这个单没有差评，不用回访整改',
  already_called_back: '这个差评已经回访过了',
  already_rectified: '已经整改过了，等居民追评',
  not_rectified: '社区还没有整改完，整改后再追评',
  already_followed_up: '这个单已经追评过了，追评一次',
  follow_up_window_over: '追评期已过。有话要说，可以再点一个单',
  bad_review_open: '差评还没有处理完：先回访、整改，等居民追评或追评期过后再评单',
  extension_used: '这个单已经申请过延期，一个单只能申请一次',
  overdue: '已经超期，不能再申请延期，请尽快办结',
  no_extension: '没有待审的延期申请',
  urged_today: '今天已经催过了，社区已收到。明天还没有动静，可以再催',
  already_disputed: '这个单已经提过异议，还有不满意可以再点一个单',
  dispute_window_over: ({ disputeWindowDays: days }) => `办好后 ${days} 天内可以提出异议。现在有问题，可以再点一个单`,
  dispute_open: '居民提出了异议，请先处理异议',
  not_disputed: '没有待处理的异议',
  escalated: '这个单已经提级，由区里决定',
  decided_by_district: '区里已经指定由你们办理，不能再退单。确有困难，请联系区里',
  not_escalated: '这个单没有提级，不用区里决定',
  already_offered: '已经请单位帮办，等街道审单',
  not_offered: '这个单没有上心愿墙，也没有在等审单',
  waits_for_approval: '这个心愿在等街道审单。社区自己能办的，可以直接接单',
  already_claimed: '这个心愿已经被别的单位领走了。墙上还有别的心愿，请再选一个',
  claimed: '这个单已由单位认领。要换人办，请认领的单位先退回',
  already_contacted: '已经记过首次联系了',
}

/** Why the flow says no, to whoever tried, and what to do instead. @param rules the windows that the district set */
export function flowRefusal(reason: RefusalReason, rules: OrderRules): string {
  const words = refusals[reason]
  return typeof words === 'string' ? words : words(rules)
}
