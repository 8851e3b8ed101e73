import { setTimeout as sleep } from 'node:timers/promises';
import { Precedence } from './precedence.js';

/** What has happened, in order. */
function story() {
  const told: string[] = [];
  return { told, tell: (what: string) => () => void told.push(what) };
}

it('lets what can wait go at once when nothing is urgent', async () => {
  const { told, tell } = story();
  await Promise.all([new Precedence().giveWay().then(tell('waiting')), sleep(50).then(tell('later'))]);
  expect(told).toEqual(['waiting', 'later']);
});

it('holds what can wait back until the urgent is done, also when that fails', async () => {
  const precedence = new Precedence();
  const { told, tell } = story();
  const urgent = precedence.first(async () => {
    await sleep(60);
    told.push('urgent');
    throw new Error('broken');
  });
  await Promise.all([expect(urgent).rejects.toThrow('broken'), precedence.giveWay().then(tell('waiting'))]);
  expect(told).toEqual(['urgent', 'waiting']);
});

it('begins nothing just before an expected moment, and goes on when that brings nothing', async () => {
  const precedence = new Precedence();
  const { told, tell } = story();
  precedence.expect(60);
  await Promise.all([precedence.giveWay().then(tell('waiting')), sleep(50).then(tell('moment'))]);
  expect(told).toEqual(['moment', 'waiting']);
});

it('silences nobody for good', async () => {
  const precedence = new Precedence();
  let end = (): void => undefined;
  const endless = precedence.first(() => new Promise<void>((resolve) => (end = resolve)));
  await precedence.giveWay();
  end();
  await endless;
});
