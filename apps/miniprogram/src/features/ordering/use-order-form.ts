import type { OrderKind, PlaceCode } from '@linshao/domain';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useMemo, useRef, useState } from 'react';
import { api, type Schemas } from '../../api-client/api.js';
import { ApiError } from '../../api-client/api-error.js';
import { submissionKeys } from '../../api-client/submission-keys.js';
import { rereadOrders } from '../../orders/reread-orders.js';
import { waitingOrders } from '../../orders/waiting-orders.js';
import { useSession } from '../../session/use-session.js';
import { usePhotos } from '../../ui/use-photos.js';
import { addressAt } from './address-at.js';
import { dropDraft, keepDraft, readDraft, type Draft } from './draft.js';
import { guessCategories, leavesOf } from './guess-category.js';
import { usePlace } from './use-place.js';

const MOST_PHOTOS = 9;
const FEWEST_CHARACTERS = 2;

type Faults = Readonly<Record<'title' | 'category' | 'place', string | undefined>>;
const NO_FAULTS: Faults = { title: undefined, category: undefined, place: undefined };

/** Without a network the order waits on the device; otherwise its id. */
export type Sent = { readonly waits: true } | { readonly waits: false; readonly id: string };

/**
 * A new order while it is written: what was typed is kept on the device with every key.
 * @param code at a place, scanned to come here: one stands there now, wherever an earlier draft was written
 */
export function useOrderForm(kind: OrderKind, code: PlaceCode | null) {
  const { me } = useSession();
  const [draft, setDraft] = useState<Draft>(() => {
    const kept = readDraft(kind);
    return { ...kept, address: addressAt(code?.spot ?? '', kept.address, '') };
  });
  const [looked, setLooked] = useState(false);
  const photos = usePhotos(MOST_PHOTOS);
  const place = usePlace(code, (spot, before) => change({ address: addressAt(spot, draft.address, before) }));
  const keys = useRef(submissionKeys());
  // A second tap comes before the screen has been drawn anew.
  const sending = useRef(false);
  const categories = useQuery({
    queryKey: ['categories', me?.id ?? null],
    queryFn: () => api.get('/api/categories'),
    staleTime: Infinity,
  });
  const leaves = useMemo(() => leavesOf(categories.data ?? [], kind), [categories.data, kind]);
  const guesses = guessCategories(leaves, `${draft.title} ${draft.description}`);
  const category = leaves.find(({ code }) => code === draft.category) ?? guesses[0] ?? null;

  const faults: Faults = {
    title: [...draft.title.trim()].length < FEWEST_CHARACTERS ? '请用一句话说清楚，至少两个字。' : undefined,
    category: category === null ? '请选一个类别。' : undefined,
    place: place.known ? undefined : '请选一个地点，社区才知道去哪里。',
  };
  const complete = Object.values(faults).every((fault) => fault === undefined);

  const mutation = useMutation({
    mutationFn: async (body: Schemas['CreateOrder']): Promise<Sent> => {
      let used = '';
      try {
        const { id } = await keys.current.submit(body, (key) => {
          used = key;
          return api.post('/api/orders', { body, key });
        });
        return { waits: false, id };
      } catch (error) {
        if (!(error instanceof ApiError && error.code === 'network.unreachable') || me === null) throw error;
        waitingOrders.add(used, me.id, body);
        return { waits: true };
      }
    },
    onSuccess: () => {
      dropDraft(kind);
      rereadOrders([]);
    },
  });

  function change(part: Partial<Draft>): void {
    const next = { ...draft, ...part };
    setDraft(next);
    keepDraft(kind, next);
  }

  function submit(sent: (outcome: Sent) => void): void {
    setLooked(true);
    if (!complete || category === null || sending.current || photos.sending || photos.failed) return;
    const address = place.kind === 'home' ? (place.home?.address ?? '') : draft.address.trim();
    const body: Schemas['CreateOrder'] = {
      kind,
      category: category.code,
      title: draft.title.trim(),
      description: draft.description.trim(),
      ...place.body,
      ...(address === '' ? {} : { address }),
      ...(draft.anonymous ? { anonymous: true } : {}),
      ...(photos.ids.length === 0 ? {} : { photoIds: [...photos.ids] }),
    };
    sending.current = true;
    mutation.mutate(body, { onSuccess: sent, onError: () => (sending.current = false) });
  }

  return {
    draft,
    change,
    leaves,
    guesses,
    category,
    photos,
    place,
    faults: looked ? faults : NO_FAULTS,
    error: mutation.error ?? categories.error,
    busy: mutation.isPending || mutation.isSuccess,
    /** The fault has been dealt with. */
    forgetFault: () => mutation.reset(),
    submit,
  };
}
