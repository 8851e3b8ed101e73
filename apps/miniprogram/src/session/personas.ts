/** The invented people of the demo community: one browser plays the whole story. */
export const PERSONAS = [
  { code: 'resident', name: '刘淑珍', part: '居民', does: '许愿、报问题、看进度、评价' },
  { code: 'resident2', name: '张浩然', part: '居民', does: '对邻居的问题说“我也遇到了”' },
  { code: 'member', name: '王建平', part: '党员', does: '在大厅接单、办理' },
  { code: 'member2', name: '李雪梅', part: '党员', does: '和王建平抢同一单' },
  { code: 'cadre', name: '赵文博', part: '在职干部', does: '下班后到社区报到接单' },
  { code: 'duty', name: '顾永泉', part: '值班员', does: '一小时内公开回复' },
  { code: 'duty2', name: '潘永明', part: '值班员', does: '和顾永泉轮班、换班' },
  { code: 'grid1', name: '田勤芳', part: '网格员', does: '核实住户登记、看派单台' },
  { code: 'dispatcher', name: '陆海燕', part: '派单员', does: '受理、派单、合并、晒单' },
  { code: 'secretary', name: '沈惠芳', part: '社区书记', does: '看超时、复核、晒单' },
  { code: 'unit', name: '汤志强', part: '部门联系人', does: '接下派给部门的单子，或提出异议' },
  { code: 'supervisor', name: '钱志清', part: '街道督办', does: '督办、裁定异议、延期' },
] as const;
