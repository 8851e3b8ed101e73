import type { ActionField, OrderAction } from '@linshao/domain';
import { isRecord } from '../api-client/json.js';
import type { Schemas } from '../api-client/api.js';

/** A field a phone's form can ask for; the others (whom to dispatch to …) have screens of their own. */
export type PlainField =
  | Extract<ActionField, { type: 'text' } | { type: 'choice' }>
  | (Pick<ActionField, 'name' | 'label' | 'required'> & { readonly type: 'boolean' | 'photos' | 'stars' });

export interface FormAction {
  readonly action: OrderAction;
  readonly label: string;
  readonly fields: readonly PlainField[];
}

const PLAIN: ReadonlySet<unknown> = new Set(['text', 'boolean', 'photos', 'stars', 'choice']);

function isField(value: unknown): value is ActionField {
  return isRecord(value) && typeof value.name === 'string' && typeof value.label === 'string';
}

/** Forms of their own: features/orders/dispatch-sheet.tsx, merge-sheet.tsx and split-sheet.tsx. */
const OWN_FORM: ReadonlySet<string> = new Set<OrderAction>(['dispatch', 'merge', 'split']);

/** The permitted actions a phone has a form for: a plain one, or one of its own. */
export function formActions(actions: readonly Schemas['ActionView'][]): readonly FormAction[] {
  return actions.flatMap(({ action, label, fields }) => {
    const known = fields.filter(isField);
    const plain = known.filter((field): field is PlainField => PLAIN.has(field.type));
    const complete = known.every((field) => PLAIN.has(field.type) || !field.required);
    return complete || OWN_FORM.has(action) ? [{ action: action as OrderAction, label, fields: plain }] : [];
  });
}

/** What one most likely came for, first. */
const FIRST: readonly OrderAction[] = [
  'rate',
  'claim',
  'start',
  'accept',
  'dispatch',
  'done',
  'reply',
  'publish',
  'resume',
  'follow',
];
/** Ends something, or gives it away: never the large button. */
const GRAVE: ReadonlySet<OrderAction> = new Set<OrderAction>(['withdraw', 'reject', 'return', 'reopen', 'close']);

/** The large button, and what stands under it. */
export function arranged(actions: readonly FormAction[]): {
  primary: FormAction | null;
  others: readonly FormAction[];
} {
  const found = FIRST.map((name) => actions.find(({ action }) => action === name)).find((each) => each !== undefined);
  const rest = actions.filter((each) => each !== found);
  const grave = ({ action }: FormAction) => GRAVE.has(action);
  return { primary: found ?? null, others: [...rest.filter((each) => !grave(each)), ...rest.filter(grave)] };
}

export const isGrave = (action: OrderAction): boolean => GRAVE.has(action);

/** What is missing in a filled-in field, in a sentence; null when it will do. The server judges again. */
export function faultOf(field: PlainField, value: unknown): string | null {
  switch (field.type) {
    case 'text': {
      const length = [...(typeof value === 'string' ? value : '').replace(/\s/g, '')].length;
      if (length === 0 && !field.required) return null;
      return length < field.min ? `${field.label}至少写 ${field.min} 个字` : null;
    }
    case 'boolean':
      return field.required && typeof value !== 'boolean' ? `请选择${field.label}` : null;
    case 'stars':
      return field.required && typeof value !== 'number' ? '请点星星评一评' : null;
    case 'choice':
      return field.required && typeof value !== 'string' ? `请选择${field.label}` : null;
    case 'photos':
      return null;
  }
}
