/**
 * Speaks to the API as one of the demo's people.
 * @param {string} url of the product
 * @param {string} persona
 */
export async function callAs(url, persona) {
  const { accessToken } = await send(`${url}/api/auth/demo`, { persona });
  /** @param {string} path @param {object} [body] */
  return (path, body) => send(`${url}/api${path}`, body, { authorization: `Bearer ${accessToken}` });
}

/**
 * @param {string} address
 * @param {object | undefined} body without one it is a GET
 * @param {Record<string, string>} [headers]
 * @returns {Promise<any>} the caller knows what it asked for
 */
async function send(address, body, headers = {}) {
  const answer = await fetch(address, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: body === undefined ? null : JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${address}: ${answer.status} ${await answer.text()}`);
  // A card to print is no JSON.
  return answer.headers.get('content-type')?.includes('json') ? answer.json() : answer.text();
}
