import { Text, View } from '@tarojs/components';
import { useSubscribe, useSubscriptions } from '../../session/subscriptions.js';
import { role } from '../../ui/a11y.js';
import { Button } from '../../ui/button.js';
import { Icon } from '../../ui/icon.js';
import { Stack } from '../../ui/stack.js';
import './fresh-notice.css';

/** Right after sending: it has arrived, and what happens next. In WeChat one may be told of it outside the app. */
export function FreshNotice() {
  return (
    <View className="fresh-notice">
      <Stack gap={3}>
        <View className="fresh-notice__words" {...role('status')}>
          <Icon name="circle-check" size="large" />
          <Text className="fresh-notice__text">已送到社区。有回复、有人接单、办好了，都会告诉您。</Text>
        </View>
        <SubscribeButton />
      </Stack>
    </View>
  );
}

function SubscribeButton() {
  const items = useSubscriptions();
  const subscribe = useSubscribe();
  if (items.length === 0 || subscribe.isSuccess) return null;
  return (
    <Button
      label="有进展时微信通知我"
      icon="bell"
      wide
      busy={subscribe.isPending}
      onPress={() => subscribe.mutate(items)}
    />
  );
}
