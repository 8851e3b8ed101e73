import Taro, { usePullDownRefresh } from '@tarojs/taro';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, type Schemas } from '../../../api-client/api.js';
import { OrderCard } from '../../../orders/order-card.js';
import { useOrders } from '../../../orders/queries.js';
import { SignedInOnly } from '../../../session/signed-in-only.js';
import { useSession } from '../../../session/use-session.js';
import { Page } from '../../../ui/page.js';
import { PagedList } from '../../../ui/paged-list.js';
import { Tabs } from '../../../ui/tabs.js';
import { SentToMe } from '../sent-to-me.js';
import { WhatIDid } from '../what-i-did.js';

const TABS = [
  { code: 'working', label: '要办的' },
  { code: 'done', label: '办好的' },
] as const;
type Tab = (typeof TABS)[number]['code'];

const STATES = {
  working: ['claimed', 'in_progress', 'suspended', 'reopened'],
  done: ['done', 'published', 'rated', 'closed'],
} as const satisfies Record<Tab, readonly Schemas['OrderItem']['state'][]>;

/** What was sent to me and waits for my word, what I am to do, then what I did. */
export default function MyClaimsPage() {
  return (
    <Page>
      <SignedInOnly why="登录后才能看到您接的单。">
        <MyClaims />
      </SignedInOnly>
    </Page>
  );
}

function MyClaims() {
  const { me } = useSession();
  const [tab, setTab] = useState<Tab>('working');
  const query = useOrders({ ...(me === null ? {} : { assignee: me.id }), status: [...STATES[tab]] });
  const counts = useQuery({
    queryKey: ['orders', 'counts', me?.id],
    queryFn: () => api.get('/api/orders/counts', { query: { assignee: me?.id ?? '' } }),
    enabled: me !== null,
  });
  usePullDownRefresh(() => void query.refetch().then(() => Taro.stopPullDownRefresh()));
  return (
    <>
      {counts.data === undefined ? null : <WhatIDid byState={counts.data.byState} overdue={counts.data.overdue} />}
      <SentToMe personId={me?.id ?? null} />
      <Tabs label="看哪些单子" tabs={TABS} chosen={tab} onChoose={setTab} />
      <PagedList
        key={tab}
        query={query}
        keyOf={({ id }) => id}
        render={(order) => <OrderCard order={order} />}
        empty={
          tab === 'working'
            ? {
                text: '手上没有要办的单子。',
                action: { label: '去大厅接单', onPress: () => void Taro.switchTab({ url: '/pages/hall/index' }) },
              }
            : { text: '还没有办好的单子。办好第一件，就会出现在这里。' }
        }
      />
    </>
  );
}
