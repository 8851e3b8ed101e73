/** The shape of the generated table of official holidays; dates are MM-DD, an interval of them MM-DD/MM-DD. */
export interface HolidayTable {
  /** Changes with every new table; provisional deadlines are then planned anew. */
  readonly version: string;
  readonly source: string;
  /** The years the State Council has announced: every day off of a holiday, and the make-up workdays (调休). */
  readonly years: Readonly<Record<string, { readonly rest: readonly string[]; readonly work: readonly string[] }>>;
  /** For the years after them, the holidays of the law that move with the moon and the sun. */
  readonly statutory: Readonly<
    Record<string, Readonly<Record<'newYear' | 'qingming' | 'dragonBoat' | 'midAutumn', string>>>
  >;
}
