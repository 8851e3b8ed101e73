import { monthDayTime, NOTIFICATION_GROUP_NAMES } from '@linshao/domain';
import { Text, View } from '@tarojs/components';
import type { Schemas } from '../../api-client/api.js';
import { Card } from '../../ui/card.js';
import { Tag } from '../../ui/tag.js';
import './message-card.css';

interface MessageCardProps {
  message: Schemas['InboxMessage'];
  now: Date;
  onOpen: () => void;
}

/** One message. Unread ones say so. */
export function MessageCard({ message, now, onOpen }: MessageCardProps) {
  return (
    <Card onPress={onOpen}>
      <View className="message-card__head">
        <Text className="message-card__group">{NOTIFICATION_GROUP_NAMES[message.group]}</Text>
        {message.readAt === null ? <Tag text="未读" tone="brand" icon="bell" /> : null}
      </View>
      <View
        className={message.readAt === null ? 'message-card__text message-card__text--unread' : 'message-card__text'}
      >
        {message.text}
      </View>
      <View className="message-card__at">{monthDayTime(new Date(message.createdAt), now)}</View>
    </Card>
  );
}
