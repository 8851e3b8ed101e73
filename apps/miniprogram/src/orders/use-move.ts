import type { OrderAction } from '@linshao/domain';
import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import { api, type Schemas } from '../api-client/api.js';
import { ApiError } from '../api-client/api-error.js';
import { queryClient } from '../api-client/query-client.js';
import { submissionKeys } from '../api-client/submission-keys.js';
import { rereadOrders } from './reread-orders.js';

export interface Move {
  readonly action: OrderAction;
  readonly values: Readonly<Record<string, unknown>>;
}

/** Moves that add to an order and decide nothing: they may be made on whatever version there is. */
const ANY_VERSION: ReadonlySet<OrderAction> = new Set<OrderAction>(['claim', 'urge', 'remark', 'follow', 'unfollow']);

/**
 * Makes moves of one order. Every try of the same move carries the same key; what everybody else sees of the order is
 * read again afterwards, also when it was refused because it had moved meanwhile.
 */
export function useMove(id: string) {
  const keys = useRef(submissionKeys());
  return useMutation({
    mutationFn: ({ action, values }: Move) => {
      const version = queryClient.getQueryData<Schemas['OrderView']>(['order', id])?.version;
      const body = { ...values, ...(version === undefined || ANY_VERSION.has(action) ? {} : { version }) };
      return keys.current.submit({ action, ...body }, (key) => {
        // All moves have one address and one answer; what each of them takes is described by the actions themselves.
        const path = `/api/orders/{id}/${action}` as '/api/orders/{id}/accept';
        return api.post(path, { path: { id }, body, key });
      });
    },
    onSuccess: (order) => queryClient.setQueryData(['order', id], order),
    onSettled: (_, error, { values: { into } }) => {
      if (error instanceof ApiError && error.outcomeUnknown) return;
      rereadOrders(typeof into === 'string' ? [id, into] : [id]);
    },
  });
}
