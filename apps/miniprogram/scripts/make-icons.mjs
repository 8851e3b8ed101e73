/**
 * Draws the tab bar icons: `node scripts/make-icons.mjs`. WeChat takes PNG files only, of at most 40 KB;
 * they are drawn here from a few strokes, so that there is no font, no download and no foreign licence.
 */
import { writeFileSync } from 'node:fs';
import { crc32, deflateSync } from 'node:zlib';

const FOLDER = new URL('../src/assets/tabs/', import.meta.url);
const SIZE = 81;
/** The icons are designed on a grid of 24 × 24. */
const GRID = 24;
const STROKE = 1.7;
const PLAIN = [0x55, 0x61, 0x5d];
const SELECTED = [0x1c, 0x63, 0x54];

const arc = (x, y, radius, from, to) =>
  Array.from({ length: 25 }, (_, i) => {
    const angle = ((from + ((to - from) * i) / 24) * Math.PI) / 180;
    return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
  });
const box = (left, top, right, bottom, r) => [
  ...arc(right - r, top + r, r, -90, 0),
  ...arc(right - r, bottom - r, r, 0, 90),
  ...arc(left + r, bottom - r, r, 90, 180),
  ...arc(left + r, top + r, r, 180, 270),
];

/** `body` is closed: outlined in the plain icon, filled in the selected one, where `marks` are then cut out. */
const ICONS = {
  home: {
    bodies: [
      [
        [3.5, 11],
        [12, 3.8],
        [20.5, 11],
        [18.6, 11],
        [18.6, 20],
        [5.4, 20],
        [5.4, 11],
      ],
    ],
    marks: [
      [
        [12, 20],
        [12, 14.5],
      ],
    ],
  },
  hall: {
    bodies: [box(4.8, 4.6, 19.2, 20.6, 2), box(8.8, 3, 15.2, 6.4, 1)],
    marks: [
      [
        [8.4, 13.4],
        [11, 16],
        [15.8, 10.6],
      ],
    ],
  },
  messages: {
    bodies: [
      [
        ...box(3.4, 4.6, 20.6, 16.8, 3).slice(0, 50),
        [11, 16.8],
        [7.6, 20.4],
        [7.6, 16.8],
        ...box(3.4, 4.6, 20.6, 16.8, 3).slice(50),
      ],
    ],
    marks: [
      [
        [8, 9],
        [16, 9],
      ],
      [
        [8, 12.6],
        [13, 12.6],
      ],
    ],
  },
  me: { bodies: [arc(12, 7.8, 4, 0, 360), [...arc(12, 20.4, 8, 180, 360)]], marks: [] },
};

function distanceToSegment([x, y], [ax, ay], [bx, by]) {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const t = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / length));
  return Math.hypot(x - ax - t * dx, y - ay - t * dy);
}

const segments = (line, closed) => line.map((p, i) => [p, line[i + 1] ?? (closed ? line[0] : p)]);

function inside([x, y], line) {
  const crossings = segments(line, true).filter(
    ([[ax, ay], [bx, by]]) => ay > y !== by > y && x < ax + ((y - ay) * (bx - ax)) / (by - ay),
  );
  return crossings.length % 2 === 1;
}

/** 0–1: how much of the pixel at `point` the stroke covers. */
function strokeCover(point, line, closed) {
  const distance = Math.min(...segments(line, closed).map(([a, b]) => distanceToSegment(point, a, b)));
  return Math.min(1, Math.max(0, 0.5 + ((STROKE / 2 - distance) * SIZE) / GRID));
}

function cover(point, { bodies, marks }, selected) {
  const outline = Math.max(...bodies.map((body) => strokeCover(point, body, true)));
  const mark = Math.max(0, ...marks.map((line) => strokeCover(point, line, false)));
  if (!selected) return Math.max(outline, mark);
  const within = bodies.some((body) => inside(point, body));
  return within ? 1 - mark : Math.max(outline, mark);
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

function png(icon, [red, green, blue], selected) {
  const rows = Buffer.alloc(SIZE * (1 + SIZE * 4));
  for (let y = 0; y < SIZE; y++) {
    for (let x = 0; x < SIZE; x++) {
      const point = [((x + 0.5) * GRID) / SIZE, ((y + 0.5) * GRID) / SIZE];
      const alpha = Math.round(255 * cover(point, icon, selected));
      rows.set([red, green, blue, alpha], y * (1 + SIZE * 4) + 1 + x * 4);
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(SIZE, 0);
  header.writeUInt32BE(SIZE, 4);
  header.set([8, 6, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

for (const [name, icon] of Object.entries(ICONS)) {
  writeFileSync(new URL(`${name}.png`, FOLDER), png(icon, PLAIN, false));
  writeFileSync(new URL(`${name}-selected.png`, FOLDER), png(icon, SELECTED, true));
}
