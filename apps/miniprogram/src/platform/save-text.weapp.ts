import Taro from '@tarojs/taro';

/** WeChat lets nobody write files for a person to keep, so the text goes where they can paste it. */
export async function saveText(_name: string, text: string): Promise<string> {
  await Taro.setClipboardData({ data: text });
  return '已复制，可粘贴到备忘录';
}
