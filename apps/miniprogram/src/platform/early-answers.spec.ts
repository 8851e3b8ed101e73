import { askEarly, forgetEarly } from './ask-early.js';
import { earlyAnswer } from './early-answers.js';

const PATH = '/api/orders?mine=true';
const ask = (changes: object = {}) => earlyAnswer({ method: 'GET', path: PATH, ...changes });

describe('a question asked before the app came', () => {
  let asked: [path: string, headers: object][];

  beforeEach(() => {
    asked = [];
    const answering = (path: string, { headers }: { headers: object }) => {
      asked.push([path, headers]);
      return path.includes('broken')
        ? Promise.reject(new TypeError('offline'))
        : Promise.resolve(new Response(path.includes('proxy') ? '<html>' : '{"items":[]}', { status: 200 }));
    };
    Object.assign(globalThis, { window: {}, fetch: answering });
  });
  afterEach(() => forgetEarly());

  it('is answered once, to the same question', async () => {
    void askEarly(PATH, null);
    expect(await earlyAnswer({ method: 'GET', path: '/api/orders' })).toBeNull();
    expect(await ask()).toEqual({ status: 200, body: { items: [] } });
    expect(await ask()).toBeNull();
    expect(asked).toEqual([[PATH, { accept: 'application/json' }]]);
  });

  it('is not asked twice by the same person while nobody has taken the answer', async () => {
    const first = askEarly(PATH, 'Bearer one');
    expect(askEarly(PATH, 'Bearer one')).toBe(first);
    expect(askEarly(PATH, 'Bearer two')).not.toBe(first);
    expect(asked).toHaveLength(2);
  });

  it('is answered only to the person who asked, unless anybody may read the answer', async () => {
    void askEarly(PATH, 'Bearer one');
    expect(asked).toEqual([[PATH, { accept: 'application/json', authorization: 'Bearer one' }]]);
    expect(await ask({ headers: { authorization: 'Bearer two' } })).toBeNull();
    void askEarly(PATH, 'Bearer one');
    expect(await ask()).toBeNull();
    void askEarly(PATH, 'Bearer one');
    expect(await ask({ headers: { authorization: 'Bearer one' } })).not.toBeNull();
    void askEarly(PATH, null);
    expect(await ask({ headers: { authorization: 'Bearer two' } })).not.toBeNull();
  });

  it.each(['/api/broken', '/api/proxy'])('is asked again when the answer to %s cannot be read', async (path) => {
    expect(await askEarly(path, null)).toBeNull();
    expect(await earlyAnswer({ method: 'GET', path })).toBeNull();
  });

  it('is asked again after half a minute, and after anything was changed', async () => {
    const now = jest.spyOn(Date, 'now');
    now.mockReturnValue(1_000_000);
    void askEarly(PATH, null);
    now.mockReturnValue(1_030_000);
    expect(await ask()).toBeNull();
    void askEarly(PATH, null);
    now.mockReturnValue(1_059_999);
    expect(await ask()).not.toBeNull();
    now.mockRestore();

    void askEarly(PATH, null);
    expect(await earlyAnswer({ method: 'POST', path: '/api/orders', body: {} })).toBeNull();
    expect(await ask()).toBeNull();
  });
});
