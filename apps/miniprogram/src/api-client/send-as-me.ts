import { sendHttp, type HttpRequest, type HttpResponse } from '../platform/http.js';
import { authorised, tokenExchange } from './authorised.js';
import { tokens } from './tokens.js';

const exchange = tokenExchange(sendHttp, tokens);

/** A way of sending that goes out as whoever is signed in on this device; all such ways share one exchange of tokens. */
export const withMyTokens = (send: (request: HttpRequest) => Promise<HttpResponse>) =>
  authorised(send, tokens, exchange);

export const sendAsMe = withMyTokens(sendHttp);
