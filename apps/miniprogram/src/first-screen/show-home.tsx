import type { ReactElement } from 'react';
import { tokens } from '../api-client/tokens.js';
import { BoardCards } from '../boards/board-cards.js';
import { AT_A_GLANCE, toBoard } from '../boards/board.js';
import { HomeFrame, type BoardPlace } from '../pages/home/home-frame.js';
import { boardPath } from '../pages/home/questions.js';
import { askEarly, forgetEarly } from '../platform/ask-early.js';
import { showView } from '../platform/show-view.js';
import { deviceView } from '../session/device-view.js';
import { Skeleton } from '../ui/skeleton.js';
import { HOME, pageOf } from './page-of.js';
import { whenAsMuch } from './as-much.js';
import { fill, MY_ORDERS, showMine } from './show-mine.js';
import { TabBar } from './tab-bar.js';
import { toNodes } from './to-nodes.js';

/**
 * The home page until the app has come, drawn by the app's own components, with what the app will ask asked already. The
 * app takes its place; what is tapped meanwhile is opened by the app, because it stands in the address.
 */
export function showHome(): void {
  const mine = tokens.now();
  const elder = deviceView() === 'elder';
  showView(elder);

  const places: BoardPlace[] = [];
  const screen = element(
    <div className="first-screen">
      <div className="first-screen__page">
        <div className={elder ? 'page page--elder' : 'page'} role="main">
          <HomeFrame
            name={null}
            myOrders={
              mine === null ? null : (
                <div id={MY_ORDERS}>
                  <Skeleton />
                </div>
              )
            }
            board={(place) => {
              places.push(place);
              return (
                <div id={slotOf(place)}>
                  <Skeleton />
                </div>
              );
            }}
          />
        </div>
      </div>
      <TabBar />
    </div>,
  );
  document.body.append(screen);

  let filled = false;
  const end = () => {
    if (!screen.isConnected) return;
    window.linshaoFirstScreen = undefined;
    const scrolled = screen.firstElementChild?.scrollTop ?? 0;
    screen.remove();
    document.querySelector('.taro_page_show')?.scrollTo(0, scrolled);
    window.removeEventListener('hashchange', elsewhere);
  };
  const elsewhere = () => {
    if (pageOf(window.location.hash) === HOME) return;
    forgetEarly();
    end();
  };
  window.linshaoFirstScreen = (withBoards) => {
    if (!filled) end();
    else if (withBoards) whenAsMuch(screen, end);
  };
  window.addEventListener('hashchange', elsewhere);

  // First, because it leads to one more question; whatever is asked next waits for another connection.
  if (mine !== null) showMine(screen, mine);
  for (const place of places) {
    void askEarly(boardPath(place.board), null).then((answer) => {
      if (!screen.isConnected || answer?.status !== 200) return;
      const board = toBoard(answer.body, AT_A_GLANCE);
      fill(
        document.getElementById(slotOf(place)),
        <BoardCards board={board} now={new Date()} empty={place.empty} onMore={place.onMore} />,
      );
      filled = true;
    });
  }
}

const slotOf = ({ board }: BoardPlace): string => `first-screen-${board}`;

function element(drawn: ReactElement): HTMLElement {
  return toNodes(drawn)[0] as HTMLElement;
}
