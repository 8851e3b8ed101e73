import { ORDER_KINDS, type OrderKind } from '@linshao/domain';
import { isRecord, textOrNull } from '../../api-client/json.js';
import { keepStored, readStored } from '../../platform/storage.js';

/** What was typed and not sent yet. Photos are not kept: a browser forgets them with the page. */
export interface Draft {
  readonly title: string;
  readonly description: string;
  /** Chosen by the person; null while it is only guessed. */
  readonly category: string | null;
  readonly address: string;
  readonly anonymous: boolean;
}

const EMPTY_DRAFT: Draft = { title: '', description: '', category: null, address: '', anonymous: false };

const keyOf = (kind: OrderKind) => `linshao.draft.${kind}`;

export function readDraft(kind: OrderKind): Draft {
  const text = readStored(keyOf(kind));
  try {
    const value: unknown = typeof text === 'string' ? JSON.parse(text) : null;
    if (!isRecord(value)) return EMPTY_DRAFT;
    return {
      title: textOrNull(value.title) ?? '',
      description: textOrNull(value.description) ?? '',
      category: textOrNull(value.category),
      address: textOrNull(value.address) ?? '',
      anonymous: value.anonymous === true,
    };
  } catch {
    return EMPTY_DRAFT;
  }
}

export function keepDraft(kind: OrderKind, draft: Draft): void {
  keepStored(keyOf(kind), JSON.stringify(draft));
}

export function dropDraft(kind: OrderKind): void {
  keepStored(keyOf(kind), '');
}

export function kindOf(text: string | undefined): OrderKind {
  return ORDER_KINDS.find((kind) => kind === text) ?? 'problem';
}
