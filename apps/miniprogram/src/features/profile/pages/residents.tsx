import Taro, { usePullDownRefresh } from '@tarojs/taro';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../../api-client/api.js';
import { SignedInOnly } from '../../../session/signed-in-only.js';
import { Page } from '../../../ui/page.js';
import { PagedList } from '../../../ui/paged-list.js';
import { Tabs } from '../../../ui/tabs.js';
import { ResidencyCard } from '../residency-card.js';

const TABS = [
  { code: 'requested', label: '等确认' },
  { code: 'confirmed', label: '已登记' },
  { code: 'refused', label: '没通过' },
] as const;
type Tab = (typeof TABS)[number]['code'];
const EMPTY: Readonly<Record<Tab, string>> = {
  requested: '没有等着确认的登记，都处理好了。',
  confirmed: '还没有确认过的登记。',
  refused: '没有不通过的登记。',
};
const PAGE = 20;

/** 住户登记确认: who says they live here, looked at by those who keep the register of these areas. */
export default function ResidentsPage() {
  return (
    <Page>
      <SignedInOnly why="登录后才能确认住户登记。">
        <Residencies />
      </SignedInOnly>
    </Page>
  );
}

function Residencies() {
  const [tab, setTab] = useState<Tab>('requested');
  const query = useInfiniteQuery({
    queryKey: ['residents', 'list', tab],
    queryFn: ({ pageParam }) =>
      api.get('/api/residencies', {
        query: { state: tab, limit: PAGE, ...(pageParam === null ? {} : { cursor: pageParam }) },
      }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
  usePullDownRefresh(() => void query.refetch().then(() => Taro.stopPullDownRefresh()));
  return (
    <>
      <Tabs label="看哪些登记" tabs={TABS} chosen={tab} onChoose={setTab} />
      <PagedList
        key={tab}
        query={query}
        keyOf={({ id }) => id}
        render={(residency) => <ResidencyCard residency={residency} />}
        empty={{ text: EMPTY[tab] }}
      />
    </>
  );
}
