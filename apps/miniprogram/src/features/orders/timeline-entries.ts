import { monthDayTime } from '@linshao/domain';
import type { Schemas } from '../../api-client/api.js';
import type { IconName } from '../../ui/icon.js';
import type { TimelineEntry } from '../../ui/timeline.js';

const ICONS: Readonly<Record<string, IconName>> = {
  'order.submitted': 'send',
  'order.accepted': 'check',
  'order.rejected': 'circle-x',
  'order.replied': 'message-circle',
  'order.dispatched': 'users',
  'order.claimed': 'hand-heart',
  'order.returned': 'undo-2',
  'order.started': 'play',
  'order.suspended': 'circle-pause',
  'order.resumed': 'play',
  'order.done': 'circle-check',
  'order.published': 'award',
  'order.rated': 'star',
  'order.reopened': 'repeat',
  'order.closed': 'circle-check',
  'order.withdrawn': 'undo-2',
  'order.merged': 'git-merge',
  'order.urged': 'megaphone',
  'order.remarked': 'message-circle',
  'deadline.reminded': 'clock',
  'deadline.missed': 'circle-alert',
  'deadline.escalated': 'flag',
  'deadline.extended': 'timer',
  'objection.raised': 'megaphone',
  'objection.ruled': 'shield-check',
  'supervision.opened': 'flag',
  'supervision.answered': 'message-circle',
  'supervision.returned': 'undo-2',
  'supervision.closed': 'circle-check',
};

/** An order's steps as the timeline shows them: the newest first, times as one says them. */
export function timelineEntries(steps: readonly Schemas['TimelineStep'][], now: Date): readonly TimelineEntry[] {
  return [...steps].reverse().map(({ id, type, label, at, actor, post, words }) => ({
    id,
    icon: ICONS[type] ?? 'circle-dot',
    title: label,
    by: post === null || post === actor ? actor : `${actor} · ${post}`,
    at: monthDayTime(new Date(at), now),
    words: words === '' ? null : words,
  }));
}
