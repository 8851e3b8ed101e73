import Taro from '@tarojs/taro';

// Taro hands on what the phone's own `wx` has. Where one of these is missing nobody is told; that must not stop the start.

/** Calls back when the mini-program is looked at again (true) and when it is left (false). */
export function onForeground(changed: (looking: boolean) => void): () => void {
  const [came, went] = [() => changed(true), () => changed(false)];
  Taro.onAppShow?.(came);
  Taro.onAppHide?.(went);
  return () => {
    Taro.offAppShow?.(came);
    Taro.offAppHide?.(went);
  };
}

/** Calls back when the network goes and comes. */
export function onNetwork(changed: (online: boolean) => void): () => void {
  const listener = ({ isConnected }: { isConnected: boolean }) => changed(isConnected);
  Taro.onNetworkStatusChange?.(listener);
  return () => Taro.offNetworkStatusChange?.(listener);
}
