import { StandInWechat } from '../platform/wechat/stand-in/stand-in-wechat.js';
import { ModerationService } from './moderation.service.js';
import { type BoardWorld, createBoardWorld, type Moves } from './testing/board-world.js';

const LIFE: Moves = [
  ['duty', 'reply', { text: '值班员的回复很长' }],
  ['dispatcher', 'accept'],
  ['dispatcher', 'dispatch', { pool: 'members' }],
  ['member', 'claim'],
  ['member', 'start'],
  ['member', 'done', { summary: '办理人的总结' }],
  ['dispatcher', 'publish', { text: '社区的晒单说明' }],
  ['resident', 'rate', { solved: false, stars: 2, comment: '居民的评价' }],
  ['resident', 'reopen', { reason: '居民的理由' }],
];

describe('every word the public may read', () => {
  let world: BoardWorld;
  const asked: string[] = [];
  beforeAll(async () => {
    world = await createBoardWorld();
    const { rules } = world.test.app.get(StandInWechat);
    const answer = rules.answer.bind(rules);
    jest.spyOn(rules, 'answer').mockImplementation((request) => {
      if (request.path !== '/wxa/msg_sec_check') return answer(request);
      asked.push(String(request.body?.['content']));
      return { errcode: 0, result: { suggest: 'pass', label: 100 } };
    });
    for (const [index, person] of [world.resident, world.duty, world.member, world.dispatcher].entries())
      await world.test.database.rows(
        `INSERT INTO logins (city_id, provider, subject, person_id) VALUES (320400, 'wechat', $1, $2)`,
        [`o${String(index).padStart(27, 'W')}`, person.personId],
      );
  });
  afterAll(() => world.test.close());

  it('was asked about, whoever wrote it, at whatever step, and none was shown before', async () => {
    const { id } = await world.make({
      kind: 'wish',
      category: 'company',
      title: '居民的标题',
      description: '居民的描述',
    });
    const check = async (): Promise<void> => {
      await world.test.drain();
      const waiting = await world.test.database.rows(
        `SELECT 1 FROM publication_steps WHERE order_id = $1 AND coalesce(title, words) IS NOT NULL AND verdict IS NULL AND moderation <> 'pending'`,
        [id],
      );
      expect(waiting).toEqual([]);
      await world.test.app.get(ModerationService).sweep();
    };
    await check();
    for (const move of LIFE) {
      await world.walk(id, [move]);
      await check();
    }
    const steps = await world.test.database.rows<{ title: string | null; words: string | null; verdict: string }>(
      'SELECT title, words, verdict FROM publication_steps WHERE order_id = $1 AND coalesce(title, words) IS NOT NULL',
      [id],
    );
    expect(new Set(steps.map(({ verdict }) => verdict))).toEqual(new Set(['pass']));
    const all = asked.join('\n');
    for (const { title, words } of steps) for (const text of [title, words]) if (text) expect(all).toContain(text);
    for (const text of ['居民的标题', '居民的描述', '值班员的回复很长', '办理人的总结', '社区的晒单说明', '居民的评价'])
      expect(all).toContain(text);
  });
});
