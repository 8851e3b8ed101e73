// C0 and C1 controls except tab and line feed; bidirectional overrides and isolates, which can make a text show other words than it holds.
const UNWANTED = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]/g;

/** A person's words as they are kept: canonical Unicode form, no control or direction-override characters, trimmed. */
export function cleanText(text: string): string {
  return text.replace(/\r\n?/g, '\n').normalize('NFC').replace(UNWANTED, '').trim();
}

/** JSON with every text in it cleaned, keys included; half a surrogate pair, which PostgreSQL's jsonb refuses, is left out. */
export function cleanJson<T extends object>(value: T): Record<string, unknown> {
  return cleaned(value) as Record<string, unknown>;
}

function cleaned(value: unknown): unknown {
  if (typeof value === 'string') return cleanText(value.replace(/\p{Surrogate}/gu, ''));
  if (Array.isArray(value)) return value.map(cleaned);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, below]) => [cleaned(key), cleaned(below)]));
}
