export interface Problem {
  readonly name: string;
  readonly message: string;
}

export interface Field<T> {
  parse(text: string): T | Error;
}

/**
 * Reads named variables and collects what is wrong with them instead of stopping at the first.
 * A reader returns a placeholder for a wrong value; the caller checks `problems` before using any.
 */
export function readEnvironment(env: Readonly<Record<string, string | undefined>>) {
  const problems: Problem[] = [];
  const problem = (name: string, message: string): void => void problems.push({ name, message });

  function parsed<T>(name: string, fallback: string | undefined, parse: Field<T>['parse']): T {
    const text = env[name]?.trim() || fallback;
    if (text === undefined) {
      problem(name, 'is required');
      return undefined as T;
    }
    const value = parse(text);
    if (!(value instanceof Error)) return value;
    problem(name, value.message);
    return undefined as T;
  }

  const parseUrl =
    (protocols: readonly string[]) =>
    (text: string): string | Error =>
      URL.canParse(text) && protocols.includes(new URL(text).protocol)
        ? text
        : new Error(`must be an address starting with ${protocols.map((p) => `${p}//`).join(' or ')}`);

  return {
    problems,
    problem,
    parsed,
    text: (name: string, fallback?: string): string =>
      fallback === '' && !env[name] ? '' : parsed(name, fallback, (t) => t),
    optional: (name: string): string | null => env[name]?.trim() || null,
    url: (name: string, protocols: readonly string[]): string => parsed(name, undefined, parseUrl(protocols)),
    optionalUrl: (name: string, protocols: readonly string[]): string | null =>
      env[name]?.trim() ? parsed(name, undefined, parseUrl(protocols)) : null,
    oneOf: <T extends string>(name: string, values: readonly T[], fallback: T): T =>
      parsed(
        name,
        fallback,
        (text) => values.find((v) => v === text) ?? new Error(`must be one of ${values.join(', ')}`),
      ),
    flag: (name: string, fallback: boolean): boolean =>
      parsed(name, String(fallback), (text) =>
        ['true', '1'].includes(text)
          ? true
          : ['false', '0'].includes(text)
            ? false
            : new Error('must be true or false'),
      ),
    integer: (name: string, fallback: number | undefined, min: number, max: number): number =>
      parsed(name, fallback?.toString(), (text) => {
        const value = Number(text);
        return Number.isInteger(value) && value >= min && value <= max
          ? value
          : new Error(`must be a whole number from ${min} to ${max}`);
      }),
  };
}
