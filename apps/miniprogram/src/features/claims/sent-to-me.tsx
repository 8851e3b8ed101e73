import { OrderCard } from '../../orders/order-card.js';
import { useOrders } from '../../orders/queries.js';
import { Section } from '../../ui/section.js';
import { Stack } from '../../ui/stack.js';
import { sentTo } from './sent-to.js';

/** Orders the dispatcher chose me for: they are nobody's until I claim them. */
export function SentToMe({ personId }: { personId: string | null }) {
  const { data } = useOrders({ mine: true, status: ['dispatched'] });
  const waiting = sentTo(personId, data?.pages.flatMap(({ items }) => items) ?? []);
  if (waiting.length === 0) return null;
  return (
    <Section title="派给您的" hint="等您接单；办不了就退回，社区另找人">
      <Stack gap={3}>
        {waiting.map((order) => (
          <OrderCard key={order.id} order={order} />
        ))}
      </Stack>
    </Section>
  );
}
