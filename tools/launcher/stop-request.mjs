/** Within this time a second signal is the same Ctrl-C: the terminal sends it to npm and to us, and npm passes it on. */
const ECHO_MS = 1000;

/**
 * Turns Ctrl-C (and a service manager's TERM) into one orderly stop, and an impatient second one into an immediate end.
 * @param {() => void} force called on the second request, just before the process ends
 * @returns {AbortSignal} aborted once a stop was asked for
 */
export function stopRequest(force) {
  const controller = new AbortController();
  let first = 0;
  const ask = () => {
    if (!controller.signal.aborted) {
      first = Date.now();
      console.log('\nStopping … (Ctrl-C again: at once) 正在停止…');
      controller.abort();
    } else if (Date.now() - first > ECHO_MS) {
      force();
      process.exit(130);
    }
  };
  // A closed terminal takes its output with it; the stop must still come to its end.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, ask);
  return controller.signal;
}
