import Taro, { usePullDownRefresh } from '@tarojs/taro';
import { useState } from 'react';
import { queryClient } from '../../api-client/query-client.js';
import { FullBoard } from '../../boards/full-board.js';
import { useSession } from '../../session/use-session.js';
import { Page } from '../../ui/page.js';
import { Tabs } from '../../ui/tabs.js';
import { ClaimHall } from './claim-hall.js';
import { Owed } from './owed.js';

const FOR_ALL = [
  { code: 'wishes', label: '心愿墙' },
  { code: 'results', label: '晒单' },
  { code: 'owed', label: '督办墙' },
] as const;
const FOR_HELPERS = [{ code: 'claim', label: '接单' }, ...FOR_ALL] as const;
type Tab = (typeof FOR_HELPERS)[number]['code'];

const HELPERS: ReadonlySet<string> = new Set(['party_member', 'cadre']);

/** The hall: what waits to be claimed, for those who claim; the wish wall, the results and what is owed, for everybody. */
export default function HallPage() {
  const { me } = useSession();
  const helps = me?.posts.some(({ role }) => HELPERS.has(role)) ?? false;
  const [chosen, setChosen] = useState<Tab | null>(null);
  const tab = chosen === null || (chosen === 'claim' && !helps) ? (helps ? 'claim' : 'wishes') : chosen;
  usePullDownRefresh(() => {
    void queryClient.refetchQueries({ type: 'active' }).then(() => Taro.stopPullDownRefresh());
  });
  return (
    <Page>
      <Tabs label="大厅里看什么" tabs={helps ? FOR_HELPERS : FOR_ALL} chosen={tab} onChoose={setChosen} />
      {tab === 'claim' ? <ClaimHall /> : tab === 'owed' ? <Owed /> : <FullBoard key={tab} board={tab} />}
    </Page>
  );
}
