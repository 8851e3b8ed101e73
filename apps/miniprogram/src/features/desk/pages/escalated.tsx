import type { RungRole } from '@linshao/domain';
import Taro, { usePullDownRefresh } from '@tarojs/taro';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../../api-client/api.js';
import { SignedInOnly } from '../../../session/signed-in-only.js';
import { Page } from '../../../ui/page.js';
import { PagedList } from '../../../ui/paged-list.js';
import { Tabs } from '../../../ui/tabs.js';
import { EscalationCard } from '../escalation-card.js';

const TABS = [
  { code: 'all', label: '全部' },
  { code: 'secretary', label: '到书记' },
  { code: 'supervisor', label: '到街道' },
  { code: 'regulator', label: '到行业' },
] as const satisfies readonly { code: RungRole | 'all'; label: string }[];
type Tab = (typeof TABS)[number]['code'];
const PAGE = 20;

/** 已升级: missed promises that climbed and are still owed, by how high they came. */
export default function EscalatedPage() {
  return (
    <Page>
      <SignedInOnly why="登录后才能看升级的单子。">
        <Escalated />
      </SignedInOnly>
    </Page>
  );
}

function Escalated() {
  const [tab, setTab] = useState<Tab>('all');
  const query = useInfiniteQuery({
    queryKey: ['desk', 'escalated', tab],
    queryFn: ({ pageParam }) =>
      api.get('/api/escalations', {
        query: {
          limit: PAGE,
          ...(tab === 'all' ? {} : { role: tab }),
          ...(pageParam === null ? {} : { cursor: pageParam }),
        },
      }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
  usePullDownRefresh(() => void query.refetch().then(() => Taro.stopPullDownRefresh()));
  return (
    <>
      <Tabs label="升级到哪里" tabs={TABS} chosen={tab} onChoose={setTab} />
      <PagedList
        key={tab}
        query={query}
        keyOf={({ order }) => order.id}
        render={(item) => <EscalationCard item={item} />}
        empty={{ text: tab === 'all' ? '没有升级的单子，真好。' : '没有升级到这里的单子。' }}
      />
    </>
  );
}
