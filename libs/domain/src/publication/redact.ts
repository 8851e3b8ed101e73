import { MARKERS, type MarkerKind } from './markers.js';
import { read, type Reading } from './normalised-text.js';
import { PERSONAL_PATTERNS, type PersonalPattern } from './personal-patterns.js';

/** Personal data the system holds about the people of an order; none of it may appear in a public text. */
export interface KnownPersonalData {
  readonly names?: readonly string[];
  readonly phones?: readonly string[];
  readonly idNumbers?: readonly string[];
  readonly addresses?: readonly string[];
}

interface Span {
  readonly start: number;
  readonly end: number;
  readonly kind: MarkerKind;
}

/** In numbers anything but letters and digits may be a disguise; in names a comma means two different things. */
const BETWEEN_DIGITS = /[^\p{L}\p{N}]/u;
const BETWEEN_LETTERS = /[\s\p{Cf}\p{Cc}\p{Pd}_.·•・|/\\*]/u;
const INVISIBLE = /[\p{Cf}\p{Cc}\p{Mn}\p{Me}]/u;

const KNOWN_KINDS = [
  { kind: 'address', list: 'addresses', options: { skip: BETWEEN_LETTERS } },
  { kind: 'idNumber', list: 'idNumbers', options: { skip: BETWEEN_DIGITS, chineseDigits: true } },
  { kind: 'phone', list: 'phones', options: { skip: BETWEEN_DIGITS, chineseDigits: true } },
  { kind: 'name', list: 'names', options: { skip: BETWEEN_LETTERS } },
] as const;

const MARKER = new RegExp(`(${Object.values(MARKERS).join('|')})`);

/**
 * The text as it may be published: known personal data, in whatever spelling, and everything that looks like a phone,
 * identity, plate, card or door number is replaced by a marker. Redacting twice changes nothing.
 */
export function redact(text: string, known: KnownPersonalData): string {
  const redacted = text
    .split(MARKER)
    .map((part, index) => (index % 2 === 1 ? part : redactPart(part, known)))
    .join('');
  // A marker can free what stood beside it, so look again; every round leaves less to hide.
  return redacted === text ? text : redact(redacted, known);
}

function redactPart(part: string, known: KnownPersonalData): string {
  const spans = [...knownSpans(part, known), ...PERSONAL_PATTERNS.flatMap((pattern) => patternSpans(part, pattern))];
  return merge(spans).reduceRight(
    (text, { start, end, kind }) => text.slice(0, start) + MARKERS[kind] + text.slice(end),
    part,
  );
}

function knownSpans(part: string, known: KnownPersonalData): Span[] {
  return KNOWN_KINDS.flatMap(({ kind, list, options }) => {
    const reading = read(part, options);
    return (known[list] ?? []).flatMap((value) => occurrences(reading, read(value, options).text, kind));
  });
}

function occurrences(reading: Reading, wanted: string, kind: MarkerKind): Span[] {
  // A single character says nothing about anybody, but would black out half the text.
  if ([...wanted].length < 2) return [];
  const spans: Span[] = [];
  for (let at = reading.text.indexOf(wanted); at >= 0; at = reading.text.indexOf(wanted, at + 1)) {
    spans.push(spanOf(reading, at, at + wanted.length, kind));
  }
  return spans;
}

function patternSpans(part: string, { kind, pattern, notAfter, after, chineseDigits }: PersonalPattern): Span[] {
  const reading = read(part, { skip: INVISIBLE, chineseDigits });
  return [...reading.text.matchAll(pattern)].flatMap((match) => {
    const before = reading.text.slice(0, match.index);
    if (notAfter?.test(before.slice(-1))) return [];
    if (after && !new RegExp(`(?:${after.source})$`, 'u').test(before)) return [];
    return [spanOf(reading, match.index, match.index + match[0].length, kind)];
  });
}

function spanOf(reading: Reading, from: number, to: number, kind: MarkerKind): Span {
  const [start, end] = reading.originalSpan(from, to);
  return { start, end, kind };
}

/** Overlapping finds become one; the longest names it. */
function merge(spans: readonly Span[]): readonly Span[] {
  const sorted = [...spans].sort((a, b) => a.start - b.start || b.end - a.end);
  const merged: Span[] = [];
  for (const span of sorted) {
    const last = merged.at(-1);
    if (last && span.start < last.end) merged[merged.length - 1] = { ...last, end: Math.max(last.end, span.end) };
    else merged.push(span);
  }
  return merged;
}
