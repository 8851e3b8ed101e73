import { LAMPS, ORDER_KINDS, type Lamp, type OrderKind } from '@linshao/domain';
import { isRecord, textOrNull } from '../api-client/json.js';

/** One published order as anybody may see it, without a login (C1 晒单, C2 心愿墙). */
export interface BoardItem {
  number: string;
  kind: OrderKind | null;
  category: string | null;
  title: string;
  /** What was asked, in the copy that may be shown. */
  text: string | null;
  /** What became of it; `null` before it is published. */
  result: string | null;
  area: string | null;
  /** ISO 8601 with offset. */
  publishedAt: string | null;
  /** The resident's own word; `null` while not rated. "Done" is what the assignee says, and is not shown here. */
  solved: boolean | null;
  /** 1–5, from the resident. */
  stars: number | null;
  /** The wish lamp 愿望灯; `null` for what is not a wish. */
  lamp: Lamp | null;
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
    category: textOrNull(raw.categoryName),
    text: textOrNull(raw.text),
    result: textOrNull(raw.result),
    area: isRecord(raw.area) ? textOrNull(raw.area.name) : null,
    publishedAt: textOrNull(raw.publishedAt),
    solved: typeof raw.solved === 'boolean' ? raw.solved : null,
    stars: toStars(raw.stars),
    lamp: LAMPS.find((lamp) => lamp === raw.lamp) ?? null,
  };
}

function toStars(raw: unknown): number | null {
  return typeof raw === 'number' && Number.isInteger(raw) && raw >= 1 && raw <= 5 ? raw : null;
}
