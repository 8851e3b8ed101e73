import Taro, { usePullDownRefresh } from '@tarojs/taro';
import { useState } from 'react';
import type { Schemas } from '../../../api-client/api.js';
import { OrderCard } from '../../../orders/order-card.js';
import { unitPosts } from '../../../orders/objection-words.js';
import { useOrders } from '../../../orders/queries.js';
import { SignedInOnly } from '../../../session/signed-in-only.js';
import { useSession } from '../../../session/use-session.js';
import { Notice } from '../../../ui/notice.js';
import { Page } from '../../../ui/page.js';
import { PagedList } from '../../../ui/paged-list.js';
import { Skeleton } from '../../../ui/skeleton.js';
import { Tabs } from '../../../ui/tabs.js';
import { ObjectionList } from '../objection-list.js';

const TABS = [
  { code: 'waiting', label: '待接单' },
  { code: 'working', label: '在办' },
  { code: 'done', label: '办好的' },
  { code: 'objections', label: '异议' },
] as const;
type Tab = (typeof TABS)[number]['code'];
type OrderTab = Exclude<Tab, 'objections'>;

const STATES: Readonly<Record<OrderTab, Schemas['OrderItem']['state'][]>> = {
  waiting: ['dispatched'],
  working: ['claimed', 'in_progress', 'suspended', 'reopened'],
  done: ['done', 'published', 'rated', 'closed'],
};
const EMPTY: Readonly<Record<OrderTab, string>> = {
  waiting: '没有等着接的单子。',
  working: '手上没有在办的单子。',
  done: '还没有办好的单子。',
};

/** 部门响应: what was sent to my unit, to be claimed or argued back, then done. */
export default function UnitPage() {
  return (
    <Page>
      <SignedInOnly why="登录后才能看派给单位的单子。">
        <UnitInside />
      </SignedInOnly>
    </Page>
  );
}

function UnitInside() {
  const { me, post } = useSession();
  const [tab, setTab] = useState<Tab>('waiting');
  if (me === null) return <Skeleton />;
  const posts = unitPosts(me.posts);
  const own = posts.find(({ id }) => id === post?.id) ?? posts[0];
  if (own === undefined) return <Notice tone="plain" text="您不是单位的联系人，这里没有您的单子。" />;
  return (
    <>
      <Tabs label="看哪些单子" tabs={TABS} chosen={tab} onChoose={setTab} />
      {tab === 'objections' ? (
        <ObjectionList waiting={false} empty="本单位还没有提出过异议。" />
      ) : (
        <UnitOrders key={tab} unit={own.scopeId} tab={tab} />
      )}
    </>
  );
}

function UnitOrders({ unit, tab }: { unit: string; tab: OrderTab }) {
  const query = useOrders({ unit, status: STATES[tab] });
  usePullDownRefresh(() => void query.refetch().then(() => Taro.stopPullDownRefresh()));
  return (
    <PagedList
      query={query}
      keyOf={({ id }) => id}
      render={(order) => <OrderCard order={order} />}
      empty={{ text: EMPTY[tab] }}
    />
  );
}
