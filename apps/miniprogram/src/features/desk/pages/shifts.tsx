import Taro, { usePullDownRefresh } from '@tarojs/taro';
import { useState } from 'react';
import { queryClient } from '../../../api-client/query-client.js';
import { SignedInOnly } from '../../../session/signed-in-only.js';
import { useSession } from '../../../session/use-session.js';
import { Page } from '../../../ui/page.js';
import { Tabs } from '../../../ui/tabs.js';
import { useSwaps } from '../duty-queries.js';
import { MyShifts } from '../my-shifts.js';
import { RosterShifts } from '../roster-shifts.js';
import { waitingFor } from '../swap-turn.js';
import { Swaps } from '../swaps.js';

type Tab = 'mine' | 'roster' | 'swaps';

/** 我的班次: when I am on duty, who else is, and swaps between colleagues. */
export default function ShiftsPage() {
  return (
    <Page>
      <SignedInOnly why="登录后才能看班次。">
        <Shifts />
      </SignedInOnly>
    </Page>
  );
}

function Shifts() {
  const { me } = useSession();
  const [tab, setTab] = useState<Tab>('mine');
  const swaps = useSwaps();
  const asked = waitingFor(swaps.data?.pages.flatMap(({ items }) => items) ?? [], me?.id ?? '');
  usePullDownRefresh(() => {
    void queryClient.refetchQueries({ queryKey: ['duty'], type: 'active' }).then(() => Taro.stopPullDownRefresh());
  });
  const tabs = [
    { code: 'mine', label: '我的班' },
    { code: 'roster', label: '值班表' },
    { code: 'swaps', label: asked === 0 ? '换班' : `换班 ${asked}` },
  ] as const;
  return (
    <>
      <Tabs label="看哪些班次" tabs={tabs} chosen={tab} onChoose={setTab} />
      {tab === 'mine' ? <MyShifts swaps={swaps} /> : tab === 'roster' ? <RosterShifts /> : <Swaps query={swaps} />}
    </>
  );
}
