import Taro from '@tarojs/taro';

export function showToast(title: string, ms: number): void {
  void Taro.showToast({ title, icon: 'none', duration: ms });
}
