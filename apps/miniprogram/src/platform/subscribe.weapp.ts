import Taro from '@tarojs/taro';

export type SubscribeAnswer = 'accept' | 'reject' | 'ban' | 'filter';

/** Whether messages outside the app can be agreed to here. */
export const canSubscribe = true;

/** WeChat's dialogue. It opens only straight from a tap, and takes three templates at most. */
export async function askToSubscribe(
  templateIds: readonly string[],
): Promise<Readonly<Record<string, SubscribeAnswer>>> {
  const asked = templateIds.slice(0, 3);
  // Taro's types ask for Alipay's field as well.
  const request = { tmplIds: asked } as unknown as Taro.requestSubscribeMessage.Option;
  const answer: Readonly<Record<string, unknown>> = { ...(await Taro.requestSubscribeMessage(request)) };
  return Object.fromEntries(
    asked.flatMap((id) => {
      const said = (['accept', 'reject', 'ban', 'filter'] as const).find((word) => word === answer[id]);
      return said === undefined ? [] : [[id, said]];
    }),
  );
}
