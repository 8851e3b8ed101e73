import Taro from '@tarojs/taro';

/** Shows a short sentence that goes by itself; Taro's own is heard by nobody who cannot see it. */
export function showToast(title: string, ms: number): void {
  void Taro.showToast({ title, icon: 'none', duration: ms });
  document.querySelector('.taro__toast')?.setAttribute('role', 'alert');
}
