import Taro, { usePullDownRefresh } from '@tarojs/taro';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../../api-client/api.js';
import { supervisionTurn } from '../../../session/desk-work.js';
import { SignedInOnly } from '../../../session/signed-in-only.js';
import { useSession } from '../../../session/use-session.js';
import { Page } from '../../../ui/page.js';
import { PagedList } from '../../../ui/paged-list.js';
import { Tabs } from '../../../ui/tabs.js';
import { SupervisionCard } from '../supervision-card.js';

const TABS = [
  { code: 'open', label: '待答复' },
  { code: 'answered', label: '待销号' },
  { code: 'closed', label: '已销号' },
] as const;
type Tab = (typeof TABS)[number]['code'];
const PAGE = 20;
const EMPTY: Readonly<Record<Tab, string>> = {
  open: '没有等着答复的督办单。',
  answered: '没有等着销号的督办单。',
  closed: '还没有销号的督办单。',
};

/** 督办单: why a promise was missed and what is done about it; asked by the sub-district, answered by the community. */
export default function SupervisionPage() {
  return (
    <Page>
      <SignedInOnly why="登录后才能看督办单。">
        <SupervisionOrders />
      </SignedInOnly>
    </Page>
  );
}

function SupervisionOrders() {
  const { post } = useSession();
  const [tab, setTab] = useState<Tab>(supervisionTurn(post?.role ?? null));
  const query = useInfiniteQuery({
    queryKey: ['desk', 'supervision', tab],
    queryFn: ({ pageParam }) =>
      api.get('/api/supervision-orders', {
        query: { state: tab, limit: PAGE, ...(pageParam === null ? {} : { cursor: pageParam }) },
      }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
  usePullDownRefresh(() => void query.refetch().then(() => Taro.stopPullDownRefresh()));
  return (
    <>
      <Tabs label="看哪些督办单" tabs={TABS} chosen={tab} onChoose={setTab} />
      <PagedList
        key={tab}
        query={query}
        keyOf={({ id }) => id}
        render={(item) => <SupervisionCard item={item} />}
        empty={{ text: EMPTY[tab] }}
      />
    </>
  );
}
