import { toApiError } from './problem.js';

describe('toApiError', () => {
  it('speaks the server’s own words when it answers with a problem document', () => {
    const error = toApiError(409, { code: 'order.stale', title: '单子刚刚有了新进展，请刷新后再试。', status: 409 });
    expect(error.code).toBe('order.stale');
    expect(error.message).toBe('单子刚刚有了新进展，请刷新后再试。');
  });

  it.each([
    [502, '<html>Bad Gateway</html>'],
    [503, null],
    [500, []],
    [404, { title: 7 }],
  ])('has a Chinese sentence for %i with an unreadable body', (status, body) => {
    const error = toApiError(status, body);
    expect(error.code).toBe(`http.${status}`);
    expect(error.message).toMatch(/请稍后再试。$/);
  });

  it('says the number by which a fault of the server is found', () => {
    const body = { code: 'server.error', title: '出错了。', detail: '请求编号 7f3a' };
    expect(toApiError(500, body).message).toBe('出错了。（请求编号 7f3a）');
    expect(toApiError(409, body).message).toBe('出错了。');
  });

  it('asks for patience when the rate limit answers', () => {
    expect(toApiError(429, null).message).toContain('稍等');
  });
});
