import { ApiError } from '../../api-client/api-error.js';
import { acceptAll } from './accept-all.js';

const orders = ['a', 'b', 'c', 'd'].map((id) => ({ id, title: `单${id}` }));

it('goes on after a refusal and names it', async () => {
  const asked: string[] = [];
  const result = await acceptAll(orders, async ({ id }) => {
    asked.push(id);
    if (id === 'b') throw new ApiError('order.stale', '别人刚处理过');
    return Promise.resolve();
  });
  expect(asked).toEqual(['a', 'b', 'c', 'd']);
  expect(result).toEqual({
    accepted: ['a', 'c', 'd'],
    refused: [{ id: 'b', title: '单b', why: '别人刚处理过' }],
    stopped: null,
  });
});

it.each(['network.unreachable', 'auth.expired', 'http.503'])('tries no more after %s', async (code) => {
  const asked: string[] = [];
  const error = new ApiError(code, '连不上');
  const result = await acceptAll(orders, async ({ id }) => {
    asked.push(id);
    if (id === 'c') throw error;
    return Promise.resolve();
  });
  expect(asked).toEqual(['a', 'b', 'c']);
  expect(result).toEqual({ accepted: ['a', 'b'], refused: [], stopped: error });
});
