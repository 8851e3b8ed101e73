import { open } from '../../orders/open-page.js';
import { OrderCard } from '../../orders/order-card.js';
import type { OrderItem } from '../../orders/queries.js';
import { Button } from '../../ui/button.js';
import { Notice } from '../../ui/notice.js';
import { Stack } from '../../ui/stack.js';

/** Orders under way as cards, and where all of them are. */
export function OpenOrders({ orders }: { orders: readonly OrderItem[] }) {
  return (
    <Stack gap={3}>
      {orders.length === 0 ? <Notice tone="plain" text="没有在办的单子。有事就在上面点一单。" /> : null}
      {orders.map((order) => (
        <OrderCard key={order.id} order={order} />
      ))}
      <Button label="我的全部单子" wide onPress={open.myOrders} />
    </Stack>
  );
}
