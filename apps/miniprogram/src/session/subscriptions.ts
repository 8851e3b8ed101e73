import { useMutation, useQuery } from '@tanstack/react-query';
import { api } from '../api-client/api.js';
import { isRecord } from '../api-client/json.js';
import { queryClient } from '../api-client/query-client.js';
import { uuid } from '../api-client/uuid.js';
import { askToSubscribe, canSubscribe } from '../platform/subscribe.js';
import { useSession } from './use-session.js';

/** A message WeChat may bring outside the app, and how many of it the person has agreed to. */
export interface Subscription {
  readonly template: string;
  readonly templateId: string;
  readonly left: number;
}

/** WeChat asks for three at most in one dialogue. */
const AT_ONCE = 3;

/** What one can agree to here; empty outside WeChat. */
export function useSubscriptions(): readonly Subscription[] {
  const { signedIn } = useSession();
  const { data } = useQuery({
    queryKey: ['subscriptions'],
    queryFn: async () => subscriptionsOf(await api.unknown('GET', '/api/me/subscriptions')),
    enabled: signedIn && canSubscribe,
  });
  return data ?? [];
}

/** Opens WeChat's dialogue, straight from a tap, and records what the person answered. */
export function useSubscribe() {
  return useMutation({
    mutationFn: async (wanted: readonly Subscription[]) => {
      const asked = wanted.slice(0, AT_ONCE);
      const answers = await askToSubscribe(asked.map(({ templateId }) => templateId));
      const given = asked.flatMap(({ template, templateId }) => {
        const answer = answers[templateId];
        return answer === undefined ? [] : [{ template, answer }];
      });
      if (given.length === 0) return;
      const answer = await api.unknown('POST', '/api/me/subscriptions', { body: { id: uuid(), answers: given } });
      queryClient.setQueryData(['subscriptions'], subscriptionsOf(answer));
    },
  });
}

function subscriptionsOf(body: unknown): readonly Subscription[] {
  const items: readonly unknown[] = isRecord(body) && Array.isArray(body.items) ? body.items : [];
  return items.flatMap((item) => {
    if (!isRecord(item)) return [];
    const { template, templateId, left } = item;
    return typeof template === 'string' && typeof templateId === 'string' && typeof left === 'number'
      ? [{ template, templateId, left }]
      : [];
  });
}
