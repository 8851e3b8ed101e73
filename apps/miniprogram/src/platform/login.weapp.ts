import Taro from '@tarojs/taro';

/** Whether this is inside WeChat, where one is known without typing. */
export const insideWechat = true;

/** A one-time code for the server, which asks WeChat whose it is. */
export async function wechatCode(): Promise<string> {
  const { code } = await Taro.login({ timeout: 10_000 });
  return code;
}
