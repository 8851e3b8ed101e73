import { useState } from 'react';
import { open } from '../../orders/open-page.js';
import { OrderCard } from '../../orders/order-card.js';
import { useOrders } from '../../orders/queries.js';
import { Choices } from '../../ui/choices.js';
import { NavRow } from '../../ui/nav-row.js';
import { PagedList } from '../../ui/paged-list.js';
import { arrange, type HallOrder } from './arrange.js';

const ORDERS = [
  { code: 'wishes', label: '心愿优先' },
  { code: 'waiting', label: '等得最久' },
  { code: 'newest', label: '最新派出' },
] as const;

/** What any helper of the community may claim now. */
export function ClaimHall() {
  const [by, setBy] = useState<HallOrder>('wishes');
  const query = useOrders({ pool: true });
  const data = query.data && {
    pages: query.data.pages.map(({ items }) => ({ items: arrange(items, by) })),
  };
  return (
    <>
      <NavRow icon="list-checks" label="我接的单" hint="开始办理、写结果都在这里" onPress={open.myClaims} />
      <Choices label="先看哪些" choices={ORDERS} chosen={by} onChoose={setBy} row />
      <PagedList
        query={{ ...query, data }}
        keyOf={({ id }) => id}
        render={(order) => <OrderCard order={order} />}
        empty={{
          text: '眼下没有等人接的单子，歇一歇。',
          action: { label: '看心愿墙', onPress: open.wishes },
        }}
      />
    </>
  );
}
