import Taro from '@tarojs/taro';

/** How much larger than usual the person has set WeChat's text; 1 where the client is too old to say. */
export function systemFontScale(): number {
  // Taro's types do not know the field yet.
  const info: object & { fontSizeScaleFactor?: unknown } = { ...Taro.getAppBaseInfo() };
  return typeof info.fontSizeScaleFactor === 'number' ? info.fontSizeScaleFactor : 1;
}
