// Loaded into the API before its own code: when the launcher is gone, even by kill -9, the API stops too instead of
// holding the port with nobody to answer to.
const LAST_RESORT_MS = 15_000;

process.once('disconnect', () => {
  process.kill(process.pid, 'SIGTERM');
  setTimeout(() => process.exit(1), LAST_RESORT_MS).unref();
});
// Listening must not keep the process alive by itself.
process.channel?.unref();
