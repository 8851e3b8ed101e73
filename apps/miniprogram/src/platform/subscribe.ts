export type SubscribeAnswer = 'accept' | 'reject' | 'ban' | 'filter';

/** Whether messages outside the app can be agreed to here. */
export const canSubscribe = false;

/** Browsers know no subscription messages; whoever asks first checks `canSubscribe`. */
export function askToSubscribe(_templateIds: readonly string[]): Promise<Readonly<Record<string, SubscribeAnswer>>> {
  return Promise.resolve({});
}
