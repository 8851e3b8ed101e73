import { ORDER_KINDS, type OrderKind } from '@linshao/domain';
import { isRecord, textOrNull } from '../../api-client/json.js';

/** One published order as anybody may see it, without a login (C1 晒单, C2 心愿墙). */
export interface BoardItem {
  number: string;
  kind: OrderKind | null;
  category: string | null;
  title: string;
  text: string | null;
  area: string | null;
  /** ISO 8601 with offset. */
  publishedAt: string | null;
  /** The resident's own word; `null` while not rated. "Done" is what the assignee says, and is not shown here. */
  solved: boolean | null;
  /** 1–5, from the resident. */
  stars: number | null;
  /** Whether the wish lamp is lit; `null` for what is not a wish. */
  lampLit: boolean | null;
}

/** Reads one item of a board; `null` when it has neither number nor title, so that one bad row does not empty the board. */
export function toBoardItem(raw: unknown): BoardItem | null {
  if (!isRecord(raw)) return null;
  const number = textOrNull(raw.number);
  const title = textOrNull(raw.title);
  if (number === null || title === null) return null;
  return {
    number,
    title,
    kind: ORDER_KINDS.find((kind) => kind === raw.kind) ?? null,
    category: nameOf(raw.category),
    text: textOrNull(raw.text),
    area: nameOf(raw.area),
    publishedAt: textOrNull(raw.publishedAt),
    solved: typeof raw.solved === 'boolean' ? raw.solved : null,
    stars: toStars(raw.stars),
    lampLit: toLamp(raw.lamp),
  };
}

/** Areas and categories come as a name or as `{code, name}`. */
function nameOf(raw: unknown): string | null {
  return textOrNull(isRecord(raw) ? raw.name : raw);
}

function toStars(raw: unknown): number | null {
  return typeof raw === 'number' && Number.isInteger(raw) && raw >= 1 && raw <= 5 ? raw : null;
}

function toLamp(raw: unknown): boolean | null {
  if (typeof raw === 'boolean') return raw;
  return typeof raw === 'string' ? raw === 'lit' : null;
}
