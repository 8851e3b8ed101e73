/**
 * The WHERE of a list whose filters come and go. Only what is asked for appears, so that PostgreSQL plans each
 * combination for itself instead of one `$n IS NULL OR …` for all.
 */
export class Conditions {
  readonly values: unknown[] = [];
  private readonly parts: string[] = [];

  /** @param condition SQL with `?` wherever the value stands. */
  add(condition: string, value: unknown): this {
    return this.addAny(condition, [value]);
  }

  /** Adds nothing for a value that was not given. */
  addIf(condition: string, value: unknown): this {
    return value === undefined || value === null ? this : this.add(condition, value);
  }

  /** True for at least one of the values; without values for none. */
  addAny(condition: string, values: readonly unknown[]): this {
    const any = values.map((value) => condition.replaceAll('?', this.placeholder(value)));
    this.parts.push(any.length > 0 ? `(${any.join(' OR ')})` : 'false');
    return this;
  }

  /** A placeholder for a value outside the conditions, e.g. of LIMIT. */
  placeholder(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }

  get sql(): string {
    return this.parts.join(' AND ');
  }
}

/**
 * `column` (a path of codes joined by `/`, COLLATE "C") at or below the path in `placeholder`, as one index range: `0` is
 * the character after `/`. The second half drops what lies in the range but only begins alike (`G1-2` for `G1`).
 */
export const withinPath = (column: string, placeholder = '?'): string =>
  `${column} >= ${placeholder} AND ${column} < ${placeholder} || '0'
   AND (${column} = ${placeholder} OR starts_with(${column}, ${placeholder} || '/'))`;

/** `column` contains the words; Latin letters also in capitals (`a座` finds A座), without the price of folding every row. */
export const containsWords = (column: string, placeholder = '?'): string =>
  `(position(${placeholder} IN ${column}) > 0 OR position(upper(${placeholder}) IN ${column}) > 0)`;
