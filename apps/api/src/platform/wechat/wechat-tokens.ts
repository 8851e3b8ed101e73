import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import { PersonalData } from '../crypto/personal-data.js';
import { Database, type Sql, type Transaction } from '../database/database.js';
import { WechatHttp } from './wechat-http.js';

const CONTEXT = 'wechat_tokens.token_sealed';
/** WeChat itself hands out the next token five minutes before the end; both work in between. */
const RENEW_SECONDS = 300;

interface Token {
  readonly text: string;
  /** By `performance.now()`. */
  readonly until: number;
}

/**
 * The access token of the mini-program: kept in PostgreSQL for all processes, asked for by one of them at a time.
 * In a process the callers share one question (so that they do not sit on the connections of the pool),
 * across processes an advisory lock lets one ask and the others read what it got.
 */
@Injectable()
export class WechatTokens {
  private known: Token | null = null;
  private asking: Promise<Token> | null = null;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
    private readonly http: WechatHttp,
    private readonly personalData: PersonalData,
  ) {}

  /** @param refused a token WeChat has just turned down (40001, 42001): the answer is another one. */
  async current(refused: string | null = null): Promise<string> {
    if (this.known && this.known.until > performance.now() && this.known.text !== refused) return this.known.text;
    this.asking ??= this.find(refused).finally(() => (this.asking = null));
    this.known = await this.asking;
    return this.known.text;
  }

  private async find(refused: string | null): Promise<Token> {
    const stored = await this.stored(this.database);
    if (stored && stored.text !== refused) return stored;
    return this.database.transaction(async (tx) => {
      await tx.rows('SELECT pg_advisory_xact_lock(hashtext($1))', [CONTEXT]);
      const meanwhile = await this.stored(tx);
      return meanwhile && meanwhile.text !== refused ? meanwhile : this.ask(tx, refused);
    });
  }

  private async stored(sql: Sql): Promise<Token | null> {
    const row = await sql.first<{ token_sealed: string; seconds: number }>(
      `SELECT token_sealed, extract(epoch FROM expires_at - now())::float8 - ${RENEW_SECONDS} AS seconds
         FROM wechat_tokens WHERE city_id = $1 AND app_id = $2 AND expires_at > now() + interval '${RENEW_SECONDS} seconds'`,
      [this.config.cityId, this.config.wechat.appId],
    );
    return (
      row && { text: this.personalData.open(row.token_sealed, CONTEXT), until: performance.now() + row.seconds * 1000 }
    );
  }

  private async ask(tx: Transaction, refused: string | null): Promise<Token> {
    let answer = await this.request(false);
    // The plain question repeats a token that WeChat believes in; forcing is limited to 20 a day.
    if (answer.access_token === refused) answer = await this.request(true);
    await tx.rows(
      `INSERT INTO wechat_tokens (city_id, app_id, token_sealed, expires_at) VALUES ($1, $2, $3, now() + make_interval(secs => $4))
       ON CONFLICT (city_id, app_id) DO UPDATE SET token_sealed = excluded.token_sealed, expires_at = excluded.expires_at`,
      [
        this.config.cityId,
        this.config.wechat.appId,
        this.personalData.seal(answer.access_token, CONTEXT),
        answer.expires_in,
      ],
    );
    return {
      text: answer.access_token,
      until: performance.now() + Math.max(1, answer.expires_in - RENEW_SECONDS) * 1000,
    };
  }

  private request(force: boolean): Promise<{ access_token: string; expires_in: number }> {
    const { appId: appid, secret } = this.config.wechat;
    return this.http.send({
      path: '/cgi-bin/stable_token',
      body: { grant_type: 'client_credential', appid, secret, force_refresh: force },
    });
  }
}
