/** A random UUID (version 4). WeChat has no synchronous random numbers but Math.random, which is enough to tell taps apart. */
export function uuid(): string {
  return 'xxxxxxxx-xxxx-4xxx-8xxx-xxxxxxxxxxxx'.replace(/x/g, () => Math.floor(Math.random() * 16).toString(16));
}
