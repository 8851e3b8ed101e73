import { ApiError, sentenceOf } from '../../api-client/api-error.js';

interface Refused {
  readonly id: string;
  readonly title: string;
  readonly why: string;
}

export interface AcceptedAll {
  readonly accepted: readonly string[];
  /** Each for a reason of its own. */
  readonly refused: readonly Refused[];
  /** What kept the rest from being tried at all (no network, no login); null when all were tried. */
  readonly stopped: unknown;
}

/** Accepts one order after the other: what happens to one of them says nothing of the next. */
export async function acceptAll<Order extends { readonly id: string; readonly title: string }>(
  orders: readonly Order[],
  accept: (order: Order) => Promise<unknown>,
): Promise<AcceptedAll> {
  const accepted: string[] = [];
  const refused: Refused[] = [];
  for (const order of orders) {
    try {
      await accept(order);
      accepted.push(order.id);
    } catch (error) {
      if (error instanceof ApiError && (error.outcomeUnknown || error.needsSignIn)) {
        return { accepted, refused, stopped: error };
      }
      refused.push({ id: order.id, title: order.title, why: sentenceOf(error) });
    }
  }
  return { accepted, refused, stopped: null };
}
