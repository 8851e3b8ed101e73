/** Calls back when the page is looked at again (true) and when it is left (false). */
export function onForeground(changed: (looking: boolean) => void): () => void {
  const listener = () => changed(document.visibilityState !== 'hidden');
  document.addEventListener('visibilitychange', listener);
  return () => document.removeEventListener('visibilitychange', listener);
}

/** Calls back when the network goes and comes. */
export function onNetwork(changed: (online: boolean) => void): () => void {
  const [came, went] = [() => changed(true), () => changed(false)];
  window.addEventListener('online', came);
  window.addEventListener('offline', went);
  return () => {
    window.removeEventListener('online', came);
    window.removeEventListener('offline', went);
  };
}
