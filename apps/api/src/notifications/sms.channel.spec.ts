import { createHmac } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestPerson } from '../identity/testing/sign-in-as.js';
import { PersonalData } from '../platform/crypto/personal-data.js';
import { createMessageWorld, type MessageWorld } from './testing/message-world.js';

const SECRET = 'hook-secret';
interface Call {
  readonly id: string;
  readonly phone: string;
  readonly text: string;
}

let hook: Server;
let world: MessageWorld;
let person: TestPerson;
const calls: Call[] = [];
const answers: number[] = [];

beforeAll(async () => {
  hook = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString();
      const header = (name: string) => String(request.headers[`x-linshao-${name}`]);
      const expected = createHmac('sha256', SECRET)
        .update(`${header('timestamp')}.${header('nonce')}.${body}`)
        .digest('hex');
      const isFresh = Math.abs(Date.now() / 1000 - Number(header('timestamp'))) < 60;
      const status = header('signature') === expected && isFresh ? (answers.shift() ?? 200) : 401;
      if (status === 200) calls.push(JSON.parse(body) as Call);
      response.writeHead(status).end();
    });
  });
  await new Promise<void>((ready) => hook.listen(0, '127.0.0.1', ready));
  world = await createMessageWorld({
    SMS_HOOK_URL: `http://127.0.0.1:${(hook.address() as AddressInfo).port}/send`,
    SMS_HOOK_SECRET: SECRET,
  });
});
afterAll(async () => {
  await world.test.close();
  hook.close();
});
beforeEach(async () => {
  calls.splice(0);
  answers.splice(0);
  await world.test.database.rows('DELETE FROM deliveries');
  person = await world.withPost('dispatcher', '320400');
  const sealed = world.test.app.get(PersonalData).seal('13812345678', 'persons.phone_sealed');
  await world.test.database.rows('UPDATE persons SET phone_sealed = $2 WHERE id = $1', [person.personId, sealed]);
});

const promise = () => world.message(person, { template: 'desk.urged' });
/** Due a second ago: this process reads its own clock in whole milliseconds, so the database's now() may still lie ahead of it. */
const wait = () =>
  world.test.database.rows(`UPDATE deliveries SET next_at = now() - interval '1 second' WHERE next_at IS NOT NULL`);
const fates = async () => (await world.fates(person)).map(({ channel, state }) => `${channel} ${state}`);

describe('a text message', () => {
  it('goes, signed, to who has a phone and nothing else, two minutes later', async () => {
    await world.tell([promise()]);
    await world.sweep();
    expect(calls).toEqual([]);
    await wait();
    await world.sweep();
    expect(calls).toEqual([{ id: expect.any(String), phone: '13812345678', text: expect.stringContaining('催办') }]);
    expect(await fates()).toEqual(['sms sent']);
  });

  it('is for promises only, and only where there is a phone', async () => {
    await world.tell([
      world.message(person, { template: 'mine.accepted' }),
      world.message(world.duty, { template: 'desk.urged' }),
    ]);
    expect(await world.fates()).toEqual([]);
  });

  it('is not needed by who has read the message in the app', async () => {
    await world.tell([promise()]);
    await world.test
      .http()
      .post('/api/inbox/read-all')
      .set(person.headers)
      .send({ before: new Date().toISOString() })
      .expect(200);
    await wait();
    await world.sweep();
    expect(calls).toEqual([]);
    expect(await fates()).toEqual(['sms void']);
  });

  it('takes over where WeChat cannot deliver', async () => {
    const openId = await world.withWechat(person, 3);
    world.wechat.rules.messages.allow(openId, 'demo-duty', 0);
    await world.tell([promise()]);
    await world.sweep();
    expect(await fates()).toEqual(['wechat void', 'sms queued']);
    await wait();
    await world.sweep();
    expect(calls).toHaveLength(1);
  });

  it('is tried again under the same id, so that the hook can drop it', async () => {
    await world.tell([promise()]);
    await wait();
    answers.push(500);
    await world.sweep();
    expect(await fates()).toEqual(['sms failed']);
    await wait();
    await world.sweep();
    const [fate] = await world.fates(person);
    expect(calls).toEqual([expect.objectContaining({ id: fate?.id })]);
  });

  it('whose sender was killed goes again under its id', async () => {
    await world.tell([promise()]);
    await world.test.database.rows(
      `UPDATE deliveries SET state = 'sending', next_at = NULL, attempts = 1, claimed_at = now() - interval '6 minutes'`,
    );
    await world.sweep();
    expect(await fates()).toEqual(['sms sent']);
    expect(calls[0]?.text).not.toContain('可能重复');
  });

  it('that the hook refuses is a dead letter', async () => {
    await world.tell([promise()]);
    await wait();
    answers.push(422);
    await world.sweep();
    const [fate] = await world.fates(person);
    expect(fate).toMatchObject({ state: 'dead', error: '短信通道回应 422' });
  });

  it('leaves no number behind', async () => {
    await world.tell([promise()]);
    await wait();
    await world.sweep();
    expect(JSON.stringify(await world.test.database.rows('SELECT * FROM deliveries'))).not.toContain('13812345678');
  });
});
