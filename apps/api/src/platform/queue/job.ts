/** A named kind of work and the shape of its data; queue and handler are tied to the same token and cannot drift apart. */
export interface JobDefinition<D extends object> {
  readonly name: string;
  readonly data?: D;
}

export const defineJob = <D extends object = Record<string, never>>(name: string): JobDefinition<D> => ({ name });
