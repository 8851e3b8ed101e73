/** For @tarojs/taro, as far as the first screen calls it. */
export default {
  /** The app opens what the address names when it comes, or at once when it is there. */
  navigateTo({ url }: { url: string }): void {
    window.location.hash = url;
  },
  /** As Taro keeps it in a browser. */
  getStorageSync(key: string): unknown {
    const kept = JSON.parse(window.localStorage.getItem(key) ?? '{}') as { data?: unknown };
    return kept.data ?? '';
  },
};
