import { useRef, useState } from 'react';
import { sentenceOf } from '../api-client/api-error.js';
import { sendPhoto } from '../api-client/send-photo.js';
import { pickPhotos, type PickedPhoto } from '../platform/photos.js';

/** One photo of a form on its way to the server. */
export interface PhotoSlot {
  readonly key: number;
  readonly photo: PickedPhoto;
  readonly state: 'sending' | 'sent' | 'failed';
  /** 0–1. */
  readonly share: number;
  readonly id: string | null;
  readonly fault: string | null;
}

export interface Photos {
  readonly slots: readonly PhotoSlot[];
  readonly most: number;
  readonly add: () => void;
  readonly retry: (key: number) => void;
  readonly remove: (key: number) => void;
  /** Of those that have arrived. */
  readonly ids: readonly string[];
  /** Some are still on their way. */
  readonly sending: boolean;
  /** Some did not arrive; the person sends them again or takes them out. */
  readonly failed: boolean;
}

/** The photos of a form: chosen, made smaller, sent at once, one by one retried or taken out. */
export function usePhotos(most: number): Photos {
  const [slots, setSlots] = useState<readonly PhotoSlot[]>([]);
  const next = useRef(0);

  const change = (key: number, what: Partial<PhotoSlot>) =>
    setSlots((before) => before.map((slot) => (slot.key === key ? { ...slot, ...what } : slot)));

  async function send(key: number, photo: PickedPhoto): Promise<void> {
    change(key, { state: 'sending', share: 0, fault: null });
    try {
      const id = await sendPhoto(photo, (share) => change(key, { share }));
      change(key, { state: 'sent', share: 1, id });
    } catch (error) {
      change(key, { state: 'failed', fault: sentenceOf(error) });
    }
  }

  async function add(): Promise<void> {
    const picked = await pickPhotos(most - slots.length);
    const fresh = picked.map((photo): PhotoSlot => {
      next.current += 1;
      return { key: next.current, photo, state: 'sending', share: 0, id: null, fault: null };
    });
    setSlots((before) => [...before, ...fresh]);
    for (const { key, photo } of fresh) await send(key, photo);
  }

  return {
    slots,
    most,
    add: () => void add(),
    retry: (key) => {
      const slot = slots.find((each) => each.key === key);
      if (slot) void send(key, slot.photo);
    },
    remove: (key) => setSlots((before) => before.filter((slot) => slot.key !== key)),
    ids: slots.map(({ id }) => id).filter((id) => id !== null),
    sending: slots.some(({ state }) => state === 'sending'),
    failed: slots.some(({ state }) => state === 'failed'),
  };
}
