/** How a refusal is to be answered; HTTP maps each kind exactly once (409, 403, 404, 422, 429). */
export type RefusalKind = 'conflict' | 'forbidden' | 'not_found' | 'invalid' | 'too_many';

interface RefusalEntry {
  readonly kind: RefusalKind;
  /** What the person reads: why it did not work and what to do. `{name}` is filled from the refusal's facts. */
  readonly title: string;
}

const conflict = (title: string): RefusalEntry => ({ kind: 'conflict', title });
const forbidden = (title: string): RefusalEntry => ({ kind: 'forbidden', title });
const notFound = (title: string): RefusalEntry => ({ kind: 'not_found', title });
const invalid = (title: string): RefusalEntry => ({ kind: 'invalid', title });
const tooMany = (title: string): RefusalEntry => ({ kind: 'too_many', title });

/** Every reason for which the rules say no. A code, once released, keeps its meaning. */
export const REFUSALS = {
  'order.not_visible': notFound('没有找到这条诉求，它可能已被移走，或您暂时不能查看。'),
  'order.not_allowed': forbidden('您目前的身份不能对这条诉求“{actionName}”，如有需要请联系社区。'),
  'order.own_matter': forbidden('这是您自己提出的诉求，请由其他同志来“{actionName}”。'),
  'order.own_work': forbidden('这件事是您经办的，请由其他同志来“{actionName}”。'),
  'order.on_behalf_not_allowed': forbidden('只有本社区的工作人员和党员可以替居民代提诉求。'),
  'order.stale': conflict('这条诉求刚刚有了新进展，请刷新后再操作。'),
  'order.illegal_move': conflict('这条诉求现在是“{stateName}”，不能“{actionName}”，请刷新后看看可以做什么。'),
  'order.already_claimed': conflict('这一单刚刚被其他同志接走了，谢谢您，去看看别的吧。'),
  'order.already_following': conflict('您已经在关注这条诉求了，有进展会告诉您。'),
  'order.children_open': conflict('还有{openChildren}个子任务没有办完，办完后再提交主单。'),
  'order.child_task': conflict('这是主单下的子任务，请到主单上“{actionName}”。'),
  'order.not_solved': conflict('居民还没有认可已解决，请先回访，或重新办理。'),
  'order.rating_window_open': conflict('居民还在评价期内（至{until}），到期后才能办结。'),
  'order.reopen_window_over': conflict('已超过{days}天的重办期限，请重新提交一条诉求，我们会接着办。'),
  'order.appeal_window_over': conflict('已超过{days}天的申诉期限，请重新提交一条诉求。'),
  'order.already_appealed': conflict('这条诉求已经申诉过一次，如仍有疑问请联系街道督办。'),
  'order.work_started': conflict('已经开始办理，不能撤回；如不再需要，请给承办人留言。'),
  'order.urged_too_often': tooMany('刚刚已经催办过了，请{minutes}分钟后再催。'),
  'order.merge_itself': invalid('不能把诉求并入它自己。'),
  'order.merge_target_missing': invalid('没有找到要并入的诉求，请核对编号。'),
  'order.merge_target_ended': conflict('要并入的诉求已经结束，请选择一条还在办理的。'),
  'order.merge_elsewhere': invalid('两条诉求不在同一个社区，不能合并。'),
  'order.merge_confidential': invalid('保密诉求不能与公开诉求合并。'),
  'order.no_receiver': invalid('接单的人或单位目前没有可以承办的岗位，请另选一位。'),
  'order.receiver_is_reporter': invalid('不能把诉求派给提出诉求的居民本人。'),
  'order.confidential_not_for_pool': invalid('保密诉求不能放到接单大厅，请直接派给个人或单位。'),
  'order.words_too_short': invalid('“{fieldName}”至少写{min}个字。'),
  'order.words_too_long': invalid('“{fieldName}”最多写{max}个字。'),
  'order.too_many_photos': invalid('照片最多{max}张。'),
  'order.stars_out_of_range': invalid('请在1到5颗星之间选择。'),
  'order.tasks_out_of_range': invalid('请分给{min}到{max}个承办方。'),
  'order.object_instead': conflict('派给单位的诉求不能直接退回，请接单，或者选择理由提出异议，由街道督办裁定。'),
  'order.nothing_to_change': invalid('没有需要修改的内容。'),
  'order.kind_not_in_category': invalid('这个类别不受理“{kindName}”，请换一个类别。'),
  'deadline.unknown': notFound('没有找到这个时限，或您无权查看。'),
  'deadline.area_unknown': notFound('没有找到这个区域，或不在您管理的范围内。'),
  'deadline.stale': conflict('这些期限正在办理中，刚刚有变动，请稍后再试。'),
  'deadline.not_allowed': forbidden('“{kindName}”时限只能由街道督办延长，请联系街道。'),
  'deadline.final': conflict('“{kindName}”时限{stateName}，不能再延长。'),
  'deadline.reason_needed': invalid('请写明延期原因，{min}到{max}个字。'),
  'deadline.not_extendable': conflict('“{kindName}”时限不能延长，请尽快办理。'),
  'deadline.extended_enough': conflict('“{kindName}”时限已经延长过{times}次，不能再延长。'),
  'deadline.extension_too_long': invalid('延期太长，最晚只能延到{until}。'),
  'objection.not_visible': notFound('没有找到这条异议，或您暂时不能查看。'),
  'objection.not_allowed': forbidden('异议由街道督办裁定，您目前的身份不能裁定。'),
  'objection.own': forbidden('这条异议与您本人或您的单位有关，请由其他督办同志裁定。'),
  'objection.only_when_dispatched': conflict(
    '这条诉求现在是“{stateName}”，只有刚派给本单位、还没有接单时可以提出异议。',
  ),
  'objection.unknown_reason': invalid('请从职责清单中选择一项理由。'),
  'objection.once': conflict('本单位已经对这条诉求提出过异议，请按裁定接单办理；确有新情况请联系街道督办。'),
  'objection.too_late': conflict('已过接单时限，视为接受，请接单办理；确有困难请联系街道督办。'),
  'objection.already_ruled': conflict('这条异议已经裁定为“{stateName}”，请刷新后查看。'),
  'objection.void': conflict('诉求已经撤回、合并、改派或有人接单，这条异议不再需要裁定。'),
  'objection.order_suspended': conflict('诉求正在挂起，恢复办理后再裁定这条异议。'),
  'supervision.not_visible': notFound('没有找到这张督办单，或您暂时不能查看。'),
  'supervision.not_allowed': forbidden('您目前的身份不能“{actionName}”，请联系督办单上的经办岗位。'),
  'supervision.illegal_move': conflict('这张督办单现在是“{stateName}”，不能“{actionName}”，请刷新后再看。'),
  'supervision.own_answer': forbidden('这次答复是您本人写的，请由其他督办同志核对。'),
  'supervision.order_ended': conflict('这条诉求已经结束，不需要再督办。'),
  'supervision.already_open': conflict('这条诉求已经有一张督办单在等答复，请先看看它的进展。'),
  'matter.not_visible': notFound('没有找到这件民生事项，或您暂时不能查看。'),
  'matter.not_allowed': forbidden('这一步由{postName}办理，您目前的身份不能“{actionName}”。'),
  'matter.not_yours_to_withdraw': forbidden('只有申请人或代为登记的同志可以撤回，如有需要请联系社区。'),
  'matter.own': forbidden('这是您本人的申请，请由其他同志来“{actionName}”。'),
  'matter.on_behalf_not_allowed': forbidden('只有本社区的网格员、派单员和书记可以替居民登记申请。'),
  'matter.stale': conflict('这件事项刚刚有了新进展，请刷新后再操作。'),
  'matter.illegal_move': conflict('这件事项现在是“{stateName}”，不能“{actionName}”，请刷新后再看。'),
  'matter.first_step': conflict('已经是第一步，没有可以退回的上一步；材料不齐请选“等待补充材料”。'),
  'matter.too_early': conflict('这一步要到{until}期满才能办结，请期满后再操作。'),
  'matter.words_too_short': invalid('“{fieldName}”至少写{min}个字。'),
  'matter.words_too_long': invalid('“{fieldName}”最多写{max}个字。'),
  'post.not_allowed': forbidden('您的岗位不能任命“{roleName}”，请联系上级管理员。'),
  'post.beyond_area': forbidden('只能任命您所管范围内的岗位。'),
  'post.own_substitute': invalid('代班人应是另一位同志，请重新选择。'),
  'post.own': forbidden('不能给自己任命岗位，请由其他管理员办理。'),
  'duty.not_keeper': forbidden('只有本区域的派单员、书记、督办或管理员可以安排值班，请联系他们。'),
  'duty.not_staff': forbidden('这是值班人员的工作台，您目前没有这个区域的值班岗位。'),
  'duty.shift_begun': conflict('这一班已经开始，不能再调整；如有急事请让负责人安排替班。'),
  'duty.person_busy': conflict('这位同志在这段时间已经有别的班，请另选时间或另选一位。'),
  'duty.swap_with_self': invalid('换班要找另一位同志，请重新选择。'),
  'duty.swap_not_yours': forbidden('这次换班不是由您来答复的。'),
  'duty.swap_settled': conflict('这次换班已经有了结果，请刷新后查看。'),
  'duty.swap_stale': conflict('班次已经变动，这次换班不再成立，请按新的值班表重新申请。'),
  'duty.note_too_short': invalid('还有{open}件没有办完，请写至少{min}个字的交接说明。'),
  'duty.note_too_long': invalid('交接说明最多{max}个字。'),
  'duty.handover_own': forbidden('这是您自己写的交接，请由接班的同志确认。'),
} as const satisfies Record<string, RefusalEntry>;

export type RefusalCode = keyof typeof REFUSALS;
