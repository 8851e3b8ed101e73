export const MATTER_STATES = ['running', 'suspended', 'done', 'refused', 'withdrawn'] as const;
export type MatterState = (typeof MATTER_STATES)[number];

export const MATTER_STATE_NAMES: Readonly<Record<MatterState, string>> = {
  running: '办理中',
  suspended: '等待补充材料',
  done: '已办结',
  refused: '不予办理',
  withdrawn: '已撤回',
};

/** Still somebody's turn, or the applicant's. */
export const isOpenMatter = (state: MatterState): boolean => state === 'running' || state === 'suspended';
