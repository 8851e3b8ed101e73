import { ApiError } from './api-error.js';
import { submissionKeys } from './submission-keys.js';

const unreachable = new ApiError('network.unreachable', '网络不通');

describe('submissionKeys', () => {
  it('keeps the key over tries whose outcome is unknown, and over a login that ran out', async () => {
    const keys: string[] = [];
    const form = submissionKeys();
    const failing = (error: ApiError) => (key: string) => {
      keys.push(key);
      return Promise.reject(error);
    };
    for (const error of [unreachable, new ApiError('http.502', ''), new ApiError('auth.expired', '')]) {
      await expect(form.submit({ title: '楼道灯' }, failing(error))).rejects.toBe(error);
    }
    await form.submit({ title: '楼道灯' }, async (key) => keys.push(key));
    expect(new Set(keys).size).toBe(1);
  });

  it('takes a new key after an answer, whether yes or no', async () => {
    const keys: string[] = [];
    const form = submissionKeys();
    await form.submit({ a: 1 }, async (key) => keys.push(key));
    const no = new ApiError('order.words_too_short', '太短了');
    await expect(
      form.submit({ a: 1 }, (key) => {
        keys.push(key);
        return Promise.reject(no);
      }),
    ).rejects.toBe(no);
    await form.submit({ a: 1 }, async (key) => keys.push(key));
    expect(new Set(keys).size).toBe(3);
  });

  it('gives other words another key, because the server takes a key for one body only', async () => {
    const keys: string[] = [];
    const form = submissionKeys();
    for (const title of ['一', '二']) {
      await expect(
        form.submit({ title }, (key) => {
          keys.push(key);
          return Promise.reject(unreachable);
        }),
      ).rejects.toBe(unreachable);
    }
    expect(new Set(keys).size).toBe(2);
  });
});
