import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { api } from '../../api-client/api.js';
import { submissionKeys } from '../../api-client/submission-keys.js';
import type { OrderItem } from '../../orders/queries.js';
import { rereadOrders } from '../../orders/reread-orders.js';
import { toast } from '../../ui/toast.js';
import { acceptAll, type AcceptedAll } from './accept-all.js';

interface BulkAccept {
  readonly chosen: readonly OrderItem[];
  readonly isChosen: (id: string) => boolean;
  readonly choose: (id: string) => void;
  readonly busy: boolean;
  /** How the last time went. */
  readonly result: AcceptedAll | undefined;
  readonly send: () => void;
}

/** Several submitted orders accepted at once: each by a request of its own, with a key of its own; what failed stays chosen. */
export function useBulkAccept(listed: readonly OrderItem[]): BulkAccept {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const keys = useRef(new Map<string, ReturnType<typeof submissionKeys>>());
  // A second tap comes before the screen has been drawn anew.
  const sending = useRef(false);
  // What somebody else took meanwhile is not listed any more, and so not chosen either.
  const chosen = listed.filter(({ id }) => ids.has(id));

  function accept({ id, version }: OrderItem): Promise<unknown> {
    const own = keys.current.get(id) ?? submissionKeys();
    keys.current.set(id, own);
    return own.submit({ version }, (key) =>
      api.post('/api/orders/{id}/accept', { path: { id }, body: { version }, key }),
    );
  }

  const move = useMutation({
    mutationFn: () => acceptAll(chosen, accept),
    onSuccess: ({ accepted }) => {
      if (accepted.length > 0) toast(`已受理 ${accepted.length} 张`);
      setIds((before) => new Set([...before].filter((id) => !accepted.includes(id))));
      rereadOrders(chosen.map(({ id }) => id));
    },
    onSettled: () => (sending.current = false),
  });

  return {
    chosen,
    isChosen: (id) => ids.has(id),
    choose: (id) => {
      const next = new Set(ids);
      if (!next.delete(id)) next.add(id);
      setIds(next);
    },
    busy: move.isPending,
    result: move.data,
    send: () => {
      if (sending.current || chosen.length === 0) return;
      sending.current = true;
      move.mutate();
    },
  };
}
