import type { OrderKind } from '@linshao/domain';
import Taro from '@tarojs/taro';

const go = (url: string) => void Taro.navigateTo({ url });

/** Where everything is; the only place that knows the pages' addresses. */
export const open = {
  order: (id: string) => go(`/features/orders/pages/order?id=${id}`),
  myOrders: () => go('/features/orders/pages/mine'),
  newOrder: (kind: OrderKind) => go(`/features/ordering/pages/new?kind=${kind}`),
  boardOrder: (number: string) => go(`/features/public/pages/order?number=${number}`),
  results: () => go('/features/public/pages/boards?board=results'),
  wishes: () => go('/features/public/pages/boards?board=wishes'),
  myClaims: () => go('/features/claims/pages/mine'),
  dwelling: () => go('/features/profile/pages/dwelling'),
  privacy: () => go('/features/profile/pages/privacy'),
  notifications: () => go('/features/profile/pages/notifications'),
  duty: () => go('/features/desk/pages/duty'),
  shifts: () => go('/features/desk/pages/shifts'),
  residents: () => go('/features/profile/pages/residents'),
  inbox: () => go('/features/desk/pages/inbox'),
  supervision: () => go('/features/desk/pages/supervision'),
  objections: () => go('/features/desk/pages/objections'),
  escalated: () => go('/features/desk/pages/escalated'),
  unit: () => go('/features/desk/pages/unit'),
  figures: () => go('/features/desk/pages/figures'),
  /** In browsers only. */
  wall: () => go('/features/wall/pages/wall'),
};

/** After something was made: its page takes the form's place, so that "back" does not lead into the form. */
export function replaceByOrder(id: string): void {
  void Taro.redirectTo({ url: `/features/orders/pages/order?id=${id}&fresh=yes` });
}
