import Taro, { usePullDownRefresh } from '@tarojs/taro';
import { useEffect } from 'react';
import { queryClient } from '../../api-client/query-client.js';
import { BoardList } from '../../boards/board-list.js';
import { WaitingNotice } from '../../orders/waiting-notice.js';
import { homeStands } from '../../platform/first-screen.js';
import { useSession } from '../../session/use-session.js';
import { useUnread } from '../../session/use-unread.js';
import { Page } from '../../ui/page.js';
import { DutyNow } from './duty-now.js';
import { HomeFrame } from './home-frame.js';
import { MyDesk } from './my-desk.js';
import { MyOpenOrders } from './my-open-orders.js';

const withBoards = () => homeStands(true);

/** Home: one tap to every kind of order, what became of mine, who is on duty, and what the community did lately. */
export default function HomePage() {
  const { signedIn, me } = useSession();
  useUnread();
  useEffect(() => homeStands(false), []);
  usePullDownRefresh(() => {
    void queryClient.refetchQueries({ type: 'active' }).then(() => Taro.stopPullDownRefresh());
  });
  return (
    <Page>
      <HomeFrame
        name={me?.name ?? null}
        duty={<DutyNow />}
        desk={
          <>
            <WaitingNotice />
            <MyDesk />
          </>
        }
        myOrders={signedIn ? <MyOpenOrders /> : null}
        board={(place) => <BoardList {...place} onSettled={withBoards} />}
      />
    </Page>
  );
}
