import { queryString } from '../../api-client/paths.js';
import { AT_A_GLANCE, type BoardName } from '../../boards/board.js';
import { OPEN_STATES } from '../../orders/order-words.js';

export const MY_OPEN_ORDERS = { mine: true, status: [...OPEN_STATES], limit: AT_A_GLANCE };

export const boardPath = (board: BoardName): string => `/api/boards/${board}${queryString({ limit: AT_A_GLANCE })}`;

/** What the home page asks as soon as it stands, for whoever is signed in, besides its boards. */
export const MY_PATHS = {
  me: '/api/me',
  openOrders: `/api/orders${queryString(MY_OPEN_ORDERS)}`,
  unread: '/api/inbox/unread',
} as const;

/** Asked when it is known where somebody belongs. */
export const dutyPath = (area: string): string => `/api/duty/now${queryString({ area })}`;
