import { useQuery } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { api, type Schemas } from '../../api-client/api.js';
import { sentenceOf } from '../../api-client/api-error.js';
import type { Order } from '../../orders/queries.js';
import { useSession } from '../../session/use-session.js';
import { Button } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { Notice } from '../../ui/notice.js';
import { Section } from '../../ui/section.js';
import { Skeleton } from '../../ui/skeleton.js';
import { Row, Stack } from '../../ui/stack.js';
import { Tag } from '../../ui/tag.js';
import { deadlineTone, isOwed } from './deadline-words.js';
import { ExtendSheet } from './extend-sheet.js';
import './deadlines.css';

type Deadline = Schemas['DeadlineView'];

/** 时限: what is still promised, until when and why; for whoever works here. The supervisor may give more time. */
export function Deadlines({ order }: { order: Order }) {
  const { post } = useSession();
  const seen = post !== null && order.visibility === 'full';
  const { data, error, refetch } = useQuery({
    queryKey: ['order', order.id, 'deadlines'],
    queryFn: () => api.get('/api/orders/{id}/deadlines', { path: { id: order.id } }),
    enabled: seen,
  });
  if (!seen) return null;
  if (data !== undefined) return data.items.length === 0 ? null : <Shown order={order} items={data.items} />;
  return (
    <Section title="时限">
      {error === null ? (
        <Skeleton />
      ) : (
        <Notice tone="alarm" text={sentenceOf(error)} action={{ label: '再试一次', onPress: () => void refetch() }} />
      )}
    </Section>
  );
}

function Shown({ order, items }: { order: Order; items: readonly Deadline[] }) {
  const [all, setAll] = useState(false);
  const [extending, setExtending] = useState<Deadline | null>(null);
  const owed = items.filter(isOwed);
  const shown = all ? items : owed;
  return (
    <Section title="时限">
      <Stack gap={2}>
        {shown.length === 0 ? <View>眼下没有要赶的时限。</View> : null}
        {shown.map((deadline) => (
          <Card key={deadline.id}>
            <Row spread>
              <View className="deadlines__kind">{deadline.kindName}</View>
              <Tag text={deadline.stateName} tone={deadlineTone(deadline)} icon="clock" />
            </Row>
            <View className="deadlines__why">{deadline.explanation}</View>
            {deadline.mayExtend ? (
              <Button label={`延长${deadline.kindName}时限`} icon="timer" onPress={() => setExtending(deadline)} />
            ) : null}
            {deadline.extendedEnough === null ? null : (
              <View className="deadlines__why">{deadline.extendedEnough}</View>
            )}
          </Card>
        ))}
        {all || shown.length === items.length ? null : (
          <Button label={`看全部 ${items.length} 项时限`} tone="quiet" onPress={() => setAll(true)} />
        )}
        {extending === null ? null : (
          <ExtendSheet orderId={order.id} deadline={extending} onClose={() => setExtending(null)} />
        )}
      </Stack>
    </Section>
  );
}
