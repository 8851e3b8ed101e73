import type { ReactElement } from 'react';
import type { Schemas } from '../api-client/api.js';
import { authorizationOf } from '../api-client/authorised.js';
import { tokens, type Tokens } from '../api-client/tokens.js';
import { DutyLine } from '../pages/home/duty-line.js';
import { welcome } from '../pages/home/home-frame.js';
import { OpenOrders } from '../pages/home/open-orders.js';
import { dutyPath, MY_PATHS } from '../pages/home/questions.js';
import { askEarly } from '../platform/ask-early.js';
import { chosenPost } from '../session/chosen-post.js';
import { lastCommunity } from '../session/last-community.js';
import { ownCommunity, postInUse } from '../session/own-community.js';
import { toNodes } from './to-nodes.js';

/** Where the orders of whoever is signed in are going to be. */
export const MY_ORDERS = 'first-screen-orders';

/**
 * Asks what the home page says to whoever is signed in, and puts it on the screen: only what the server has just answered
 * to this login, and nothing when it is not the login of this device any more.
 */
export function showMine(screen: HTMLElement, mine: Tokens): void {
  const as = authorizationOf(mine);
  const ask = async <Body,>(path: string, show: (body: Body) => void): Promise<void> => {
    const answer = await askEarly(path, as);
    if (answer?.status !== 200 || !screen.isConnected) return;
    if (tokens.reread()?.accessToken === mine.accessToken) show(answer.body as Body);
  };
  const duty = (body: Schemas['DutyNowDto']) =>
    screen.querySelector('.home-banner')?.append(...toNodes(<DutyLine duty={body} />));

  // Most likely the one that will be needed: it is not to wait for the answer that says so.
  const likely = lastCommunity.now();
  if (likely !== null) void askEarly(dutyPath(likely), as);
  void ask<Schemas['MeDto']>(MY_PATHS.me, (me) => {
    fill(screen.querySelector('.home-banner__title'), <>{welcome(me.name)}</>);
    const area = ownCommunity(me, postInUse(me, chosenPost.now()));
    if (area !== null) void ask(dutyPath(area), duty);
  });
  void ask<Schemas['OrderPage']>(MY_PATHS.openOrders, ({ items }) =>
    fill(document.getElementById(MY_ORDERS), <OpenOrders orders={items} />),
  );
  void askEarly(MY_PATHS.unread, as);
}

/** Puts something drawn in the place of what is there. */
export function fill(place: Element | null, drawn: ReactElement): void {
  if (place === null) return;
  place.textContent = '';
  place.append(...toNodes(drawn));
}
