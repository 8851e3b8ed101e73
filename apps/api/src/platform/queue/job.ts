/** A named kind of work and the shape of its data; queue and handler are tied to the same token and cannot drift apart. */
export interface JobDefinition<D extends object> {
  readonly name: string;
  readonly data?: D;
}

const names = new Set<string>();

export function defineJob<D extends object = Record<string, never>>(name: string): JobDefinition<D> {
  names.add(name);
  return { name };
}

/** Every queue there is, whether or not this process has used it yet. */
export const jobNames = (): string[] => [...names].sort();
