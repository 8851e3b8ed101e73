import { useMutation, useQuery } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { api, type Schemas } from '../../../api-client/api.js';
import { sentenceOf } from '../../../api-client/api-error.js';
import { queryClient } from '../../../api-client/query-client.js';
import { SignedInOnly } from '../../../session/signed-in-only.js';
import { useSubscribe, useSubscriptions } from '../../../session/subscriptions.js';
import { Button } from '../../../ui/button.js';
import { Notice } from '../../../ui/notice.js';
import { Page } from '../../../ui/page.js';
import { Section } from '../../../ui/section.js';
import { Skeleton } from '../../../ui/skeleton.js';
import { Stack } from '../../../ui/stack.js';
import { ToggleRow } from '../../../ui/toggle-row.js';

type Switch = Schemas['SwitchView'];

/** What I want to be told, and where. */
export default function NotificationsPage() {
  return (
    <Page>
      <SignedInOnly why="登录后才能设置消息提醒。">
        <Switches />
        <WechatConsents />
      </SignedInOnly>
    </Page>
  );
}

const KEY = ['notification-preferences'];
const CHANNELS: Readonly<Record<string, string>> = { inbox: '站内消息', wechat: '微信通知' };

function Switches() {
  const { data, error, refetch } = useQuery({
    queryKey: KEY,
    queryFn: () => api.get('/api/me/notification-preferences'),
  });
  const save = useMutation({
    mutationFn: (switches: readonly Switch[]) =>
      api.put('/api/me/notification-preferences', {
        body: { switches: switches.map(({ group, channel, enabled }) => ({ group, channel, enabled })) },
      }),
    onSuccess: (next) => queryClient.setQueryData(KEY, next),
  });
  if (data === undefined) {
    if (error === null) return <Skeleton />;
    return (
      <Notice tone="alarm" text={sentenceOf(error)} action={{ label: '再试一次', onPress: () => void refetch() }} />
    );
  }
  const quiet = data.quietHours;
  return (
    <Section
      title="提醒我"
      hint={quiet ? `${quiet.from}–${quiet.to} 不打扰；值守和时限相关的仍会提醒` : '什么时候都可以提醒'}
    >
      <Stack gap={2}>
        {data.switches.map((each) => (
          <ToggleRow
            key={`${each.group} ${each.channel}`}
            label={`${each.groupName} · ${CHANNELS[each.channel] ?? each.channel}`}
            hint={each.promisesStay ? '和承诺时限有关的，关了也会提醒' : '每一步进展'}
            on={each.enabled}
            onChange={(enabled) =>
              save.mutate(data.switches.map((other) => (other === each ? { ...each, enabled } : other)))
            }
          />
        ))}
        {save.error === null ? null : <Notice tone="alarm" text={sentenceOf(save.error)} />}
      </Stack>
    </Section>
  );
}

/** One consent is one message, so how many are left is said. */
function WechatConsents() {
  const items = useSubscriptions();
  const subscribe = useSubscribe();
  if (items.length === 0) return null;
  const left = items.reduce((sum, item) => sum + item.left, 0);
  return (
    <Section title="微信通知" hint="微信规定：同意一次，才能发一条">
      <Stack gap={3}>
        <View>{`还可以收到 ${left} 条微信通知。`}</View>
        <Button
          label="再同意几条"
          icon="bell"
          wide
          busy={subscribe.isPending}
          onPress={() => subscribe.mutate([...items].sort((a, b) => a.left - b.left))}
        />
      </Stack>
    </Section>
  );
}
