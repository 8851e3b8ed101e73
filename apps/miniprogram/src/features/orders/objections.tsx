import { OBJECTION_OFFICES, type Role } from '@linshao/domain';
import { useQuery } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { api, type Schemas } from '../../api-client/api.js';
import { sentenceOf } from '../../api-client/api-error.js';
import { ObjectionCard } from '../../orders/objection-card.js';
import { mayObject, unitPosts } from '../../orders/objection-words.js';
import type { Order } from '../../orders/queries.js';
import { useSession } from '../../session/use-session.js';
import { Button } from '../../ui/button.js';
import { Notice } from '../../ui/notice.js';
import { Section } from '../../ui/section.js';
import { Stack } from '../../ui/stack.js';
import { ObjectSheet } from './object-sheet.js';

const OFFICES: ReadonlySet<Role> = new Set<Role>(OBJECTION_OFFICES);
/** One for each unit the order was ever sent to. */
const MOST = 20;

/** 异议: what units said against having this order, and the way to say it. Nothing for residents and helpers. */
export function Objections({ order }: { order: Order }) {
  const { me } = useSession();
  const posts = me?.posts ?? [];
  const reads = posts.some(({ role }) => OFFICES.has(role)) || unitPosts(posts).length > 0;
  const { data, error, refetch } = useQuery({
    queryKey: ['order', order.id, 'objections'],
    queryFn: () => api.get('/api/objections', { query: { order: order.id, limit: MOST } }),
    enabled: reads,
  });
  if (!reads) return null;
  if (data !== undefined) return <Raised order={order} posts={posts} items={data.items} />;
  if (error === null) return null;
  return <Notice tone="alarm" text={sentenceOf(error)} action={{ label: '再试一次', onPress: () => void refetch() }} />;
}

interface RaisedProps {
  order: Order;
  posts: readonly Schemas['MyPostDto'][];
  items: readonly Schemas['ObjectionView'][];
}

function Raised({ order, posts, items }: RaisedProps) {
  const [objecting, setObjecting] = useState(false);
  const offered = mayObject(order, posts, items);
  if (!offered && items.length === 0) return null;
  return (
    <Section title="异议">
      <Stack gap={3}>
        {items.map((item) => (
          <ObjectionCard key={item.id} item={item} onOrderPage />
        ))}
        {offered ? (
          <>
            <View>{`这张单子派给了${order.assignment?.name ?? '您的单位'}。不该由您单位办的，接单时限前可以提一次异议。`}</View>
            <Button label="提出异议" icon="megaphone" wide onPress={() => setObjecting(true)} />
          </>
        ) : null}
        {objecting ? <ObjectSheet order={order} onClose={() => setObjecting(false)} /> : null}
      </Stack>
    </Section>
  );
}
