import Taro, { usePullDownRefresh } from '@tarojs/taro';
import { useState } from 'react';
import { queryClient } from '../../../api-client/query-client.js';
import { open } from '../../../orders/open-page.js';
import { SignedInOnly } from '../../../session/signed-in-only.js';
import { NavRow } from '../../../ui/nav-row.js';
import { Page } from '../../../ui/page.js';
import { Tabs } from '../../../ui/tabs.js';
import { DutyQueue } from '../duty-queue.js';
import { Handovers } from '../handovers.js';

const TABS = [
  { code: 'queue', label: '待回复' },
  { code: 'handover', label: '交接班' },
] as const;

/** 值班台: whoever is on duty answers within the hour, and hands over what is open. */
export default function DutyPage() {
  const [tab, setTab] = useState<(typeof TABS)[number]['code']>('queue');
  usePullDownRefresh(() => {
    void queryClient.refetchQueries({ type: 'active' }).then(() => Taro.stopPullDownRefresh());
  });
  return (
    <Page>
      <SignedInOnly why="登录后才能值班。">
        <NavRow icon="calendar" label="我的班次" hint="什么时候轮到我，找人换班" onPress={open.shifts} />
        <Tabs label="值班台" tabs={TABS} chosen={tab} onChoose={setTab} />
        {tab === 'queue' ? <DutyQueue /> : <Handovers />}
      </SignedInOnly>
    </Page>
  );
}
