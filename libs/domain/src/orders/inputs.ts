import { refuse, type Refusal } from '../kernel/decision.js';
import { assertNever } from '../kernel/assert-never.js';
import { countCharacters } from '../kernel/count-characters.js';
import { ACTIONS, DESCRIPTION, REPLY_CHARACTERS, TITLE, type ActionField } from './actions.js';
import type { OrderCommand, Task } from './commands.js';
import type { OrderFacts } from './facts.js';
import type { Order } from './order.js';
import { checkMergeTarget, checkReceiver } from './receivers.js';
import { ORDER_KIND_NAMES } from './state.js';

type Values = Readonly<Record<string, unknown>>;

/** Checks what the person filled in against the action's own description and the order's circumstances. */
export function checkInputs(order: Order, command: OrderCommand, facts: OrderFacts): Refusal | null {
  const values: Values = { ...command };
  for (const field of ACTIONS[command.action].fields) {
    const refusal = checkField(field, values, facts.policy.maxPhotos);
    if (refusal) return refusal;
  }
  switch (command.action) {
    case 'edit':
      return checkEdit(order, values, facts);
    case 'dispatch':
      return checkReceiver(order, command.to, facts);
    case 'split':
      return checkTasks(order, command.tasks, facts);
    case 'reply':
      return checkReply(command.text);
    case 'merge':
      return checkMergeTarget(order, command.into, facts);
    default:
      return null;
  }
}

/** One field of a form; `field` in the facts names it for the client. */
export function checkField(field: ActionField, values: Values, maxPhotos: number): Refusal | null {
  const value = values[field.name];
  switch (field.type) {
    case 'text':
      return value === undefined && !field.required ? null : checkWords(field, typeof value === 'string' ? value : '');
    case 'photos':
      return Array.isArray(value) && value.length > maxPhotos
        ? refuse('order.too_many_photos', { max: maxPhotos })
        : null;
    case 'stars':
      return Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 5
        ? null
        : refuse('order.stars_out_of_range', { field: field.name });
    case 'tasks':
      return Array.isArray(value) && value.length >= field.min && value.length <= field.max
        ? null
        : refuse('order.tasks_out_of_range', { field: field.name, min: field.min, max: field.max });
    case 'boolean':
    case 'assignment':
    case 'order':
    case 'category':
    case 'area':
    case 'choice':
      return null;
    default:
      return assertNever(field);
  }
}

function checkWords(field: Extract<ActionField, { type: 'text' }>, words: string): Refusal | null {
  const { name, label, min, max } = field;
  if (countCharacters(words) < min) return refuse('order.words_too_short', { field: name, fieldName: label, min });
  if ([...words].length > max) return refuse('order.words_too_long', { field: name, fieldName: label, max });
  return null;
}

/** Dots and hearts settle no promise: a reply has words. */
function checkReply(text: string): Refusal | null {
  if (/[\p{L}\p{N}]/u.test(text)) return null;
  return refuse('order.words_too_short', { field: 'text', fieldName: ACTIONS.reply.label, min: REPLY_CHARACTERS });
}

function checkEdit(order: Order, values: Values, facts: OrderFacts): Refusal | null {
  if (Object.values(values).filter((value) => value !== undefined).length < 2) return refuse('order.nothing_to_change');
  if (values['category'] !== undefined && !facts.kinds?.includes(order.kind)) {
    return refuse('order.kind_not_in_category', { field: 'category', kindName: ORDER_KIND_NAMES[order.kind] });
  }
  return null;
}

function checkTasks(order: Order, tasks: readonly Task[], facts: OrderFacts): Refusal | null {
  for (const task of tasks) {
    const values: Values = { ...task };
    const refusal =
      checkField(TITLE, values, 0) ?? checkField(DESCRIPTION, values, 0) ?? checkReceiver(order, task.to, facts);
    if (refusal) return refusal;
  }
  return null;
}
