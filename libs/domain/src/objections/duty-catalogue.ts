/** One reason for which a unit may say that an order is not its to do (职责清单). */
export interface DutyReason {
  readonly code: string;
  readonly name: string;
  /** When it applies, for the person who chooses and the one who rules. */
  readonly description: string;
}

/** For places whose playbook names no reasons of its own. */
export const DEFAULT_DUTY_CATALOGUE: readonly DutyReason[] = [
  { code: 'not-our-duty', name: '非本单位职责', description: '按职责清单，这件事由其他单位负责。' },
  { code: 'beyond-authority', name: '超出权限', description: '需要上级或其他部门审批、执法，本单位无权决定。' },
  { code: 'outside-area', name: '不在管辖范围', description: '地点不在本单位的管辖或服务范围内。' },
  {
    code: 'not-enough-known',
    name: '信息不足无法办理',
    description: '缺少办理必需的地点、时间或材料，且联系不上提出人。',
  },
  { code: 'handled-elsewhere', name: '已由其他单位办理', description: '同一件事已有其他单位在办或已办结。' },
];

/** The reasons a place allows: its own, or the usual ones. */
export function dutyCatalogueOf(playbook: { readonly dutyCatalogue?: readonly DutyReason[] }): readonly DutyReason[] {
  return playbook.dutyCatalogue ?? DEFAULT_DUTY_CATALOGUE;
}
