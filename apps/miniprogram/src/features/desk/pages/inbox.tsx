import Taro, { usePullDownRefresh } from '@tarojs/taro';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../../api-client/api.js';
import { DESK_TABS, filterOf, howMany, type DeskTab } from '../../../orders/desk-tabs.js';
import { OrderCard } from '../../../orders/order-card.js';
import { useOrders } from '../../../orders/queries.js';
import { SignedInOnly } from '../../../session/signed-in-only.js';
import { Page } from '../../../ui/page.js';
import { PagedList } from '../../../ui/paged-list.js';
import { Tabs } from '../../../ui/tabs.js';
import { SubmittedOrders } from '../bulk-accept.js';

/** 派单台: what waits for a decision, stage by stage. Decisions are taken on an order's page; only accepting is safe enough for several at once. */
export default function InboxPage() {
  return (
    <Page>
      <SignedInOnly why="登录后才能派单。">
        <Inbox />
      </SignedInOnly>
    </Page>
  );
}

function Inbox() {
  const [tab, setTab] = useState<DeskTab>('submitted');
  const query = useOrders(filterOf(tab));
  const counts = useQuery({ queryKey: ['orders', 'counts', 'desk'], queryFn: () => api.get('/api/orders/counts') });
  usePullDownRefresh(() => void query.refetch().then(() => Taro.stopPullDownRefresh()));
  const tabs = DESK_TABS.map(({ code, label }) => ({
    code,
    label,
    count: counts.data === undefined ? null : howMany(code, counts.data),
  }));
  return (
    <>
      <Tabs label="看哪些单子" tabs={tabs} chosen={tab} onChoose={setTab} counted />
      {tab === 'submitted' ? (
        <SubmittedOrders query={query} empty="没有等着受理的单子。" />
      ) : (
        <PagedList
          key={tab}
          query={query}
          keyOf={({ id }) => id}
          render={(order) => <OrderCard order={order} />}
          empty={{ text: tab === 'overdue' ? '没有超时的单子，真好。' : '这一步没有等着的单子。' }}
        />
      )}
    </>
  );
}
