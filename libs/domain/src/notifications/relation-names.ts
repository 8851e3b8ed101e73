import type { ToldRelation } from './audience.js';
import type { HearingRelation } from './notices.js';

/** How somebody stands to what they are told; `group`: a working group, by its robot. */
export type MessageRelation = ToldRelation | HearingRelation | 'group';

/** For those who look up who was told: the office or the part somebody has, never who it is. */
export const MESSAGE_RELATION_NAMES: Readonly<Record<MessageRelation, string>> = {
  reporter: '诉求人',
  creator: '代报人',
  follower: '关注的居民',
  concerned: '当事人',
  assignee: '承办人',
  addressee: '被派单人',
  unit: '承办单位联络人',
  former: '原承办人',
  leader: '牵头承办人',
  holder: '责任岗位',
  duty_officer: '值班员',
  dispatcher: '派单员',
  secretary: '社区书记',
  supervisor: '街道督办',
  registrar: '住户登记员',
  administrator: '管理员',
  group: '工作群',
};
