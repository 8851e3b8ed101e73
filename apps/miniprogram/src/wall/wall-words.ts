import { timeLeftWords } from '@linshao/domain';
import type { Schemas } from '../api-client/api.js';

type Matter = Pick<Schemas['WallMatter'], 'daysLeft' | 'overdue'>;

/** How long a matter still has: days are what its promise is made in. */
export function matterDue({ daysLeft, overdue }: Matter): string {
  if (daysLeft === null) return '等补材料';
  if (overdue) return daysLeft === 0 ? '今天已超期' : `超期 ${-daysLeft} 天`;
  return daysLeft === 0 ? '今天到期' : `还有 ${daysLeft} 天`;
}

export function orderDue({ dueAt }: Pick<Schemas['WallOrder'], 'dueAt'>, now: Date): string {
  return timeLeftWords(new Date(dueAt).getTime() - now.getTime());
}

/** Shares are said with how many they speak of; none is said as none. */
export function shareWords({ inTimeShare, sample }: Schemas['WallReplies']): string {
  return inTimeShare === null ? '今天还没有' : `${Math.round(inTimeShare * 100)}%（${sample} 单）`;
}

/** A post on the wall of its own community: which community that is stands above everything already. */
export const postHere = (post: string, place: string): string =>
  post.startsWith(place) && post.length > place.length ? post.slice(place.length) : post;
