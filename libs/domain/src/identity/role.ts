/** Every role a post can carry. Being a resident needs no post: everybody is one. */
export const ROLES = [
  'party_member',
  'cadre',
  'grid_worker',
  'duty_officer',
  'dispatcher',
  'secretary',
  'unit_responder',
  'provider',
  'supervisor',
  'regulator',
  'administrator',
] as const;

export type Role = (typeof ROLES)[number];

export const ROLE_NAMES: Readonly<Record<Role, string>> = {
  party_member: '党员',
  cadre: '在职干部',
  grid_worker: '网格员',
  duty_officer: '值班员',
  dispatcher: '派单员',
  secretary: '社区书记',
  unit_responder: '单位联络人',
  provider: '服务提供者',
  supervisor: '街道督办',
  regulator: '行业主管',
  administrator: '管理员',
};
