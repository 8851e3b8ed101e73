import { View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { useEffect, useSyncExternalStore } from 'react';
import { onNetwork } from '../platform/lifecycle.js';
import { useSession } from '../session/use-session.js';
import { Button } from '../ui/button.js';
import { Notice } from '../ui/notice.js';
import { Stack } from '../ui/stack.js';
import { sendWaiting, waitingOrders } from './waiting-orders.js';

/** Orders that could not be sent yet, and why; they go out by themselves when the network is back. */
export function WaitingNotice() {
  const all = useSyncExternalStore(waitingOrders.subscribe, waitingOrders.now);
  const { me } = useSession();
  const id = me?.id ?? null;
  const send = () => {
    if (id !== null) void sendWaiting(id);
  };
  useDidShow(send);
  useEffect(() => {
    if (id === null) return;
    void sendWaiting(id);
    return onNetwork((online) => {
      if (online) void sendWaiting(id);
    });
  }, [id]);

  const mine = all.filter(({ personId }) => personId === id);
  const refused = mine.filter(({ fault }) => fault !== null);
  const waiting = mine.length - refused.length;
  if (mine.length === 0) return null;
  return (
    <Stack gap={3}>
      {waiting === 0 ? null : (
        <Notice
          tone="plain"
          text={`${waiting} 张单子在等网络，恢复后自动送出，不会重复。`}
          action={{ label: '现在再试', onPress: send }}
        />
      )}
      {refused.map(({ key, body, fault }) => (
        <View key={key}>
          <Notice tone="alarm" text={`“${body.title}”没有送出：${fault ?? ''}`} />
          <Button label="不送了" tone="quiet" onPress={() => waitingOrders.remove(key)} />
        </View>
      ))}
    </Stack>
  );
}
