import { View } from '@tarojs/components';
import Taro, { usePullDownRefresh } from '@tarojs/taro';
import { queryClient } from '../../api-client/query-client.js';
import { BoardList } from '../../boards/board-list.js';
import { open } from '../../orders/open-page.js';
import { WaitingNotice } from '../../orders/waiting-notice.js';
import { useSession } from '../../session/use-session.js';
import { useUnread } from '../../session/use-unread.js';
import { role } from '../../ui/a11y.js';
import { Page } from '../../ui/page.js';
import { Section } from '../../ui/section.js';
import { DutyNow } from './duty-now.js';
import { MyDesk } from './my-desk.js';
import { MyOpenOrders } from './my-open-orders.js';
import { QuickEntries } from './quick-entries.js';
import './index.css';

/** Home: one tap to every kind of order, what became of mine, who is on duty, and what the community did lately. */
export default function HomePage() {
  const { me } = useSession();
  useUnread();
  usePullDownRefresh(() => {
    void queryClient.refetchQueries({ type: 'active' }).then(() => Taro.stopPullDownRefresh());
  });
  return (
    <Page>
      <View className="home-banner">
        <View className="home-banner__title" {...role('heading')}>
          {me === null ? '有事点一单，件件有回音' : `${me.name}，您好`}
        </View>
        <View className="home-banner__way">居民点单 · 社区派单 · 党员接单 · 组织晒单</View>
        <DutyNow />
      </View>
      <WaitingNotice />
      <MyDesk />
      <QuickEntries />
      {me === null ? null : <MyOpenOrders />}
      <Section title="最近晒单" hint="办完的事都晒在这里，好不好由居民说">
        <BoardList board="results" empty="还没有晒出来的单子。" onMore={open.results} />
      </Section>
      <Section title="心愿墙" hint="一盏灯，一个邻居的小心愿">
        <BoardList board="wishes" empty="墙上还没有心愿。" onMore={open.wishes} />
      </Section>
    </Page>
  );
}
