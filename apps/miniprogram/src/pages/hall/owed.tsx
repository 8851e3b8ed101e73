import { useQuery } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { api, type Schemas } from '../../api-client/api.js';
import { sentenceOf } from '../../api-client/api-error.js';
import { useCommunity } from '../../session/use-community.js';
import { role } from '../../ui/a11y.js';
import { Card } from '../../ui/card.js';
import { Notice } from '../../ui/notice.js';
import { Section } from '../../ui/section.js';
import { Skeleton } from '../../ui/skeleton.js';
import { Row, Stack } from '../../ui/stack.js';
import { Tag } from '../../ui/tag.js';
import { useNow } from '../../ui/use-now.js';
import { matterDue, orderDue } from '../../wall/wall-words.js';
import './owed.css';

const LOOK_EVERY_MS = 30_000;

/** 督办墙: what the community owes, by post and date, for everybody. */
export function Owed() {
  const area = useCommunity();
  const { data, error, refetch } = useQuery({
    queryKey: ['wall', area],
    queryFn: () => api.get('/api/wall', { query: { area: area ?? '' } }),
    enabled: area !== null,
    refetchInterval: LOOK_EVERY_MS,
  });
  if (data !== undefined) return <OwedInside wall={data} />;
  if (error === null) return <Skeleton />;
  return <Notice tone="alarm" text={sentenceOf(error)} action={{ label: '再试一次', onPress: () => void refetch() }} />;
}

function OwedInside({ wall }: { wall: Schemas['Wall'] }) {
  const now = useNow();
  const { totals, matters, orders } = wall;
  return (
    <>
      <View className="owed__sum">
        {`${wall.area.name}：民生事项 ${totals.matters} 件，超期 ${totals.mattersOverdue} 件；单子超时 ${totals.ordersOverdue} 张，快到时限 ${totals.ordersAtRisk} 张；督办单 ${totals.supervision} 张。`}
      </View>
      <Section title="超时和快到时限的单子" hint="只写岗位，不写人">
        {orders.length === 0 ? (
          <Notice tone="plain" text="没有超时的单子，真好。" />
        ) : (
          <View className="owed__list" {...role('list')}>
            {orders.map((order) => (
              <View key={order.number} {...role('listitem')}>
                <Card>
                  <Row spread>
                    <View className="owed__what">{order.title ?? order.categoryName}</View>
                    <Tag text={orderDue(order, now)} tone={order.overdue ? 'alarm' : 'warn'} icon="clock" />
                  </Row>
                  <View className="owed__who">{`${order.step} · ${order.post}`}</View>
                  {order.rung === null ? null : <View className="owed__who">{`已上报：${order.rung}`}</View>}
                </Card>
              </View>
            ))}
          </View>
        )}
      </Section>
      <Section title="民生事项" hint="走到哪一步，轮到谁，哪天到期">
        {matters.length === 0 ? (
          <Notice tone="plain" text="眼下没有在办的民生事项。" />
        ) : (
          <Stack gap={2}>
            {matters.map((matter) => (
              <Card key={matter.number}>
                <Row spread>
                  <View className="owed__what">{matter.templateName}</View>
                  <Tag text={matterDue(matter)} tone={matter.overdue ? 'alarm' : 'plain'} icon="calendar" />
                </Row>
                <View className="owed__who">
                  {`第 ${matter.stepNumber}/${matter.stepCount} 步 ${matter.step} · ${matter.post}`}
                </View>
              </Card>
            ))}
          </Stack>
        )}
      </Section>
    </>
  );
}
