const LONG = 10_000;

/** Texts a person, a script or an attacker may send where words are expected. */
export const HOSTILE_TEXTS: readonly string[] = [
  '',
  ' \t\n ',
  '\u0000',
  '前\u0000后',
  '🙂👨‍👩‍👧‍👦🏳️‍🌈',
  '𠮷野家㐂',
  '\u202e倒过来\u202c\u2066א\u2069',
  '\ud800',
  'e\u0301\u200b\ufeff',
  '长'.repeat(LONG),
  '𠮷'.repeat(LONG),
  `'; DROP TABLE orders; --`,
  '%_\\',
  '<script>alert(1)</script>',
  '../../../../etc/passwd',
  '{{7*7}}${7*7}',
  '__proto__',
  'constructor',
  'toString',
  'null',
  'NaN',
  '1e400',
  '-9223372036854775809',
  '00000000-0000-0000-0000-000000000000',
  '------------------------------------',
  '2026-02-30T25:61:00+08:00',
  '9999-12-31T23:59:59+08:00',
  '0000-01-01T00:00:00Z',
  '=HYPERLINK("http://x")',
];

/** JSON values of every wrong type and size. */
export const HOSTILE_VALUES: readonly unknown[] = [
  ...HOSTILE_TEXTS,
  null,
  true,
  0,
  -1,
  1.5,
  2 ** 31,
  2 ** 53,
  1e308,
  [],
  {},
  [[]],
  [null],
  ['𠮷', 1, {}],
  { $gt: '' },
  { toString: 1, length: -1 },
];

const part = (disposition: string, content: string): string =>
  `--x\r\nContent-Disposition: form-data; ${disposition}\r\n\r\n${content}\r\n`;
const form = (...parts: readonly string[]): string => `${parts.join('')}--x--\r\n`;
const FORM = 'multipart/form-data; boundary=x';

/** Bodies that are no request at all, by what is wrong with them. */
export const HOSTILE_BODIES: readonly (readonly [what: string, body: string | Buffer, contentType: string])[] = [
  ['broken JSON', '{"title": "半', 'application/json'],
  ['no JSON', 'title=1', 'application/json'],
  ['a list', '[1,2,3]', 'application/json'],
  ['a text', '"文字"', 'application/json'],
  ['a number', '1e999', 'application/json'],
  ['null', 'null', 'application/json'],
  ['deep JSON', `${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`, 'application/json'],
  ['deep lists', `{"title":${'['.repeat(5_000)}${']'.repeat(5_000)}}`, 'application/json'],
  ['JSON nested as deep as may be', `{"a":${'['.repeat(18)}${']'.repeat(18)}}`, 'application/json'],
  ['duplicate keys', '{"version":1,"version":"二","version":{}}', 'application/json'],
  ['a prototype', '{"__proto__":{"admin":true},"constructor":{"prototype":{}}}', 'application/json'],
  ['an escaped NUL', '{"title":"\\u0000","reason":"\\u0000","text":"\\u0000"}', 'application/json'],
  ['bytes that are no UTF-8', Buffer.from([0x7b, 0x22, 0xc0, 0xaf, 0x22, 0x3a, 0x31, 0x7d]), 'application/json'],
  ['UTF-16', Buffer.from('\ufeff{"title":"标题"}', 'utf16le'), 'application/json; charset=utf-16'],
  [
    'many fields',
    JSON.stringify(Object.fromEntries(Array.from({ length: 5_000 }, (_, i) => [`f${i}`, i]))),
    'application/json',
  ],
  ['a form', 'title=1&reason=2', 'application/x-www-form-urlencoded'],
  ['plain text', '你好', 'text/plain'],
  ['XML', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>', 'application/xml'],
  ['no content type', '{"title":"标题"}', ''],
  ['a content type that is none', '{}', ';;;'],
  ['files without a boundary', '--x\r\n', 'multipart/form-data'],
  ['files cut short', '--x\r\nContent-Disposition: form-data; name="file"; filename="a.jpg"\r\n\r\n\xff\xd8', FORM],
  ['a form without anything', form(), FORM],
  ['an empty file', form(part('name="file"; filename="a.jpg"', '')), FORM],
  ['a file of nonsense', form(part('name="file"; filename="a.xlsx"', 'PK\u0003\u0004没有表格')), FORM],
  ['a file with a path for a name', form(part('name="file"; filename="../../x\u0000.jpg"', 'GIF89a')), FORM],
  ['two files', form(part('name="file"; filename="a"', '1'), part('name="file"; filename="b"', '2')), FORM],
  ['a form with a prototype', form(part('name="__proto__"', '1'), part('name="file"; filename="a"', '1')), FORM],
  ['a field of 1 MB', form(part('name="file"', 'x'.repeat(900_000))), FORM],
  ['more than 1 MB', JSON.stringify({ title: '长'.repeat(400_000) }), 'application/json'],
];

/** Parts of a path that are no id, as they stand in the URL. */
export const HOSTILE_SEGMENTS: readonly string[] = [
  '0',
  '-1',
  'undefined',
  '%00',
  '%zz',
  '%',
  '%ff%fe',
  '%c0%ae%c0%ae',
  '..%2f..%2fetc%2fpasswd',
  encodeURIComponent('𠮷🙂\u202e'),
  encodeURIComponent(`' OR 1=1 --`),
  '00000000-0000-0000-0000-000000000000',
  '------------------------------------',
  '99999999-999999',
  '9'.repeat(30),
  'a'.repeat(250),
  'a'.repeat(9_000),
];

export const HOSTILE_TOKENS: readonly string[] = [
  '',
  'Bearer',
  'Bearer ',
  'Bearer x',
  'Bearer a.b.c',
  `Bearer ${'a'.repeat(6_000)}`,
  'Basic YWRtaW46YWRtaW4=',
  // {"alg":"none"} and {"sub":"admin"}, unsigned.
  'Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJhZG1pbiIsImNpdHkiOjMyMDQwMCwic2lkIjoieCJ9.',
  'Bearer null',
];
