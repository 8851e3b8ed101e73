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
 * The ways a person can choose to be told. Text messages are no choice: they carry only what a promise depends on, to
 * people nothing else has reached.
 */
export const CHANNELS = ['inbox', 'wechat'] as const;
export type Channel = (typeof CHANNELS)[number];

/** The ways that push: each message on one of them is a delivery with a life of its own. `wecom`: a group's robot 群机器人. */
export const PUSH_CHANNELS = ['wechat', 'sms', 'wecom'] as const;
export type PushChannel = (typeof PUSH_CHANNELS)[number];
