/** Whether this is inside WeChat, where one is known without typing. */
export const insideWechat = false;

/** A browser has no WeChat to ask. */
export function wechatCode(): Promise<string> {
  return Promise.reject(new Error('not inside WeChat'));
}
