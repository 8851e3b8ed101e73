import { connect } from 'node:net';
import { createTestApp, type TestApp } from '../testing/test-app.js';

let testApp: TestApp;
beforeAll(async () => {
  testApp = await createTestApp();
});
afterAll(() => testApp.close());

async function talk(bytes: string): Promise<string> {
  const { port } = new URL(await testApp.app.getUrl());
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), '127.0.0.1', () => socket.write(bytes));
    let heard = '';
    socket.setEncoding('utf8').on('data', (part: string) => (heard += part));
    socket.on('close', () => resolve(heard)).on('error', reject);
  });
}

const HOST = 'Host: x\r\n';

it.each([
  ['a line that is no request', 'HELO\r\n\r\n', 400, 'request.malformed'],
  ['another protocol', `GET / HTTP/9.9\r\n${HOST}\r\n`, 400, 'request.malformed'],
  ['a method of its own', `EXPLODE /api/orders HTTP/1.1\r\n${HOST}\r\n`, 400, 'request.malformed'],
  ['a NUL in a header', `GET /api/orders HTTP/1.1\r\n${HOST}X: a\0b\r\n\r\n`, 400, 'request.malformed'],
  [
    'headers without end',
    `GET /api/orders HTTP/1.1\r\n${HOST}X: ${'a'.repeat(20_000)}\r\n\r\n`,
    431,
    'request.too_large',
  ],
  [
    'two lengths, one of them smuggled',
    `POST /api/orders HTTP/1.1\r\n${HOST}Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
    400,
    'request.malformed',
  ],
])('%s is answered as a problem, and the connection ends', async (_, bytes, status, code) => {
  const [head = '', body = ''] = (await talk(bytes)).split('\r\n\r\n');
  expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  expect(head).toContain('application/problem+json');
  expect(JSON.parse(body)).toMatchObject({ status, code, title: expect.stringMatching(/[\u4e00-\u9fff]/) });
});
