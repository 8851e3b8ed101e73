import { REFUSALS, type RefusalCode, type RefusalKind } from './refusals.js';

/** A rule's "no": a stable code, a sentence for the person, and the facts behind it. */
export interface Refusal {
  readonly ok: false;
  readonly code: RefusalCode;
  readonly kind: RefusalKind;
  /** Chinese, for the person; says what to do. */
  readonly title: string;
  readonly facts?: Readonly<Record<string, unknown>>;
}

export type Decision<T> = { readonly ok: true; readonly value: T } | Refusal;

export function accept<T>(value: T): Decision<T> {
  return { ok: true, value };
}

export function refuse(code: RefusalCode, facts?: Readonly<Record<string, unknown>>): Refusal {
  const { kind, title } = REFUSALS[code];
  return { ok: false, code, kind, title: fill(title, facts ?? {}), ...(facts && { facts }) };
}

function fill(template: string, facts: Readonly<Record<string, unknown>>): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const fact = facts[name];
    return typeof fact === 'string' || typeof fact === 'number' ? String(fact) : '';
  });
}
