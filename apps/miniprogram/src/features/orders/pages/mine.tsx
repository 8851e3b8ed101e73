import Taro, { usePullDownRefresh } from '@tarojs/taro';
import { useState } from 'react';
import { open } from '../../../orders/open-page.js';
import { OrderCard } from '../../../orders/order-card.js';
import { OPEN_STATES } from '../../../orders/order-words.js';
import { useOrders } from '../../../orders/queries.js';
import { SignedInOnly } from '../../../session/signed-in-only.js';
import { Page } from '../../../ui/page.js';
import { PagedList } from '../../../ui/paged-list.js';
import { Tabs } from '../../../ui/tabs.js';

const TABS = [
  { code: 'open', label: '办理中' },
  { code: 'ended', label: '已办结' },
  { code: 'all', label: '全部' },
] as const;
type Tab = (typeof TABS)[number]['code'];

/** What I reported, follow or work on. */
export default function MyOrdersPage() {
  return (
    <Page>
      <SignedInOnly why="登录后才能看到自己的单子。">
        <MyOrders />
      </SignedInOnly>
    </Page>
  );
}

function MyOrders() {
  const [tab, setTab] = useState<Tab>('open');
  const query = useOrders({ mine: true, ...filterOf(tab) });
  usePullDownRefresh(() => void query.refetch().then(() => Taro.stopPullDownRefresh()));
  return (
    <>
      <Tabs label="看哪些单子" tabs={TABS} chosen={tab} onChoose={setTab} />
      <PagedList
        key={tab}
        query={query}
        keyOf={({ id }) => id}
        render={(order) => <OrderCard order={order} />}
        empty={
          tab === 'ended'
            ? { text: '还没有办结的单子。' }
            : {
                text: '还没有单子。有事就点一单，件件有回音。',
                action: { label: '点一单', onPress: () => open.newOrder('problem') },
              }
        }
      />
    </>
  );
}

function filterOf(tab: Tab) {
  switch (tab) {
    case 'open':
      return { status: [...OPEN_STATES] };
    case 'ended':
      return {
        status: ['rated' as const, 'closed' as const, 'rejected' as const, 'withdrawn' as const, 'merged' as const],
      };
    case 'all':
      return {};
  }
}
