/** What a message is about to its receiver; each group can be switched off by itself. */
export const NOTIFICATION_GROUPS = ['mine', 'followed', 'work', 'desk'] as const;
export type NotificationGroup = (typeof NOTIFICATION_GROUPS)[number];

export const NOTIFICATION_GROUP_NAMES: Readonly<Record<NotificationGroup, string>> = {
  mine: '我的诉求',
  followed: '我关注的诉求',
  work: '我承办的工作',
  desk: '社区值守',
};

/**
 * The ways a message travels. Every delivery is a row of its own, unique by event, person and channel, so that a
 * channel added here is told nothing twice and stays out of the others' way.
 */
export const CHANNELS = ['inbox'] as const;
export type Channel = (typeof CHANNELS)[number];
