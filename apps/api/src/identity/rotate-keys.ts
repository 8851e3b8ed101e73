import { keyIdOf, type PersonalData } from '../platform/crypto/personal-data.js';
import type { Database } from '../platform/database/database.js';

export interface SealedColumn {
  readonly table: string;
  readonly column: string;
  /** Columns of the primary key, in its order. */
  readonly key: readonly string[];
}

export interface RotationCount {
  readonly table: string;
  readonly column: string;
  readonly looked: number;
  readonly resealed: number;
  /** Sealed with a key that is not configured any more, or damaged: left as they are. */
  readonly unreadable: number;
}

const BATCH = 500;

/**
 * Every column that holds sealed text, found by its name: `*_sealed`, sealed under the context `table.column`. So a
 * feature added later is rotated without anybody remembering to list it here.
 */
export function sealedColumns(database: Database): Promise<SealedColumn[]> {
  return database.rows(
    `SELECT t.relname::text AS table, a.attname::text AS column,
            ARRAY(SELECT k.attname::text FROM unnest(i.indkey::int2[]) WITH ORDINALITY AS part (number, place)
                    JOIN pg_attribute k ON k.attrelid = t.oid AND k.attnum = part.number ORDER BY part.place) AS key
       FROM pg_class t
       JOIN pg_attribute a ON a.attrelid = t.oid AND a.attname LIKE '%\\_sealed' AND NOT a.attisdropped
       JOIN pg_index i ON i.indrelid = t.oid AND i.indisprimary
      WHERE t.relnamespace = 'public'::regnamespace AND t.relkind IN ('r', 'p') AND NOT t.relispartition
      ORDER BY 1, 2`,
  );
}

/**
 * Seals anew, with the current key, what an older one sealed. In the order of the primary key, a batch at a time; every
 * batch is one statement, so it may be stopped at any moment and simply started again. A value that changed meanwhile
 * was sealed with the current key by whoever changed it, and is left alone.
 */
export async function rotateColumn(
  database: Database,
  personalData: PersonalData,
  { table, column, key }: SealedColumn,
  progress: (count: RotationCount) => void,
): Promise<RotationCount> {
  const context = `${table}.${column}`;
  const keyColumns = key.map((name) => `"${table}"."${name}"`).join(', ');
  const placesFrom = (first: number): string => key.map((_, index) => `$${first + index}`).join(', ');
  let count: RotationCount = { table, column, looked: 0, resealed: 0, unreadable: 0 };
  let last: readonly unknown[] = [];
  for (;;) {
    const after = last.length > 0 ? `AND (${keyColumns}) > (${placesFrom(1)})` : '';
    const rows: { sealed: string; key: unknown[] }[] = await database.rows(
      `SELECT "${column}" AS sealed, json_build_array(${keyColumns}) AS key FROM "${table}"
        WHERE "${column}" IS NOT NULL ${after} ORDER BY ${keyColumns} LIMIT ${BATCH}`,
      last,
    );
    const end = rows.at(-1)?.key;
    if (!end) return count;
    const old = rows.map(({ sealed }) => sealed).filter((sealed) => keyIdOf(sealed) !== personalData.currentKeyId);
    const renewed = old.flatMap((sealed) => {
      const text = tryOpen(personalData, sealed, context);
      return text === null ? [] : [{ sealed, next: personalData.seal(text, context) }];
    });
    const resealed = await database.count(
      `UPDATE "${table}" SET "${column}" = renewed.next
         FROM unnest($${last.length + key.length + 1}::text[], $${last.length + key.length + 2}::text[]) AS renewed (sealed, next)
        WHERE "${table}"."${column}" = renewed.sealed AND (${keyColumns}) <= (${placesFrom(last.length + 1)}) ${after}`,
      [...last, ...end, renewed.map(({ sealed }) => sealed), renewed.map(({ next }) => next)],
    );
    count = {
      ...count,
      looked: count.looked + rows.length,
      resealed: count.resealed + resealed,
      unreadable: count.unreadable + old.length - renewed.length,
    };
    last = end;
    progress(count);
  }
}

function tryOpen(personalData: PersonalData, sealed: string, context: string): string | null {
  try {
    return personalData.open(sealed, context);
  } catch {
    return null;
  }
}
