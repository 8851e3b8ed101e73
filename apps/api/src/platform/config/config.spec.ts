import { ConfigError, parseConfig } from './config.js';

const key = Buffer.alloc(32, 1).toString('base64');
const production = {
  NODE_ENV: 'production',
  DATABASE_URL: 'postgres://db/linshao',
  CITY_ID: '320400',
  JWT_SECRET: 'x'.repeat(32),
  DATA_KEYS: `k2:${key},k1:${key}`,
  HMAC_KEY: key,
  WECHAT_APPID: 'wx1',
  WECHAT_SECRET: 's',
};
const problemsOf = (env: Record<string, string>): string[] => {
  try {
    parseConfig(env);
    return [];
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.problems.map(({ name }) => name);
  }
};

describe('configuration', () => {
  it('reads a complete production configuration, first data key current', () => {
    expect(parseConfig(production)).toMatchObject({
      port: 3000,
      redisUrl: null,
      dataKeys: [{ id: 'k2' }, { id: 'k1' }],
    });
  });

  it('lists every mistake at once', () => {
    const wrong = {
      ...production,
      PORT: 'http',
      JWT_SECRET: 'short',
      HMAC_KEY: 'AA==',
      REDIS_URL: 'mysql://x',
      DATABASE_URL: 'x',
    };
    expect(problemsOf(wrong).sort()).toEqual(['DATABASE_URL', 'HMAC_KEY', 'JWT_SECRET', 'PORT', 'REDIS_URL']);
  });

  it('has no default for a secret outside demo mode', () => {
    expect(problemsOf({ DATABASE_URL: 'postgres://db/x', CITY_ID: '320400' })).toEqual(
      expect.arrayContaining(['JWT_SECRET', 'DATA_KEYS', 'HMAC_KEY', 'WECHAT_APPID', 'WECHAT_SECRET']),
    );
  });

  it('runs a demo with nothing but a database, and never in production', () => {
    expect(problemsOf({ DEMO_MODE: 'true', DATABASE_URL: 'postgres://db/x' })).toEqual([]);
    expect(problemsOf({ ...production, DEMO_MODE: 'true' })).toEqual(['DEMO_MODE']);
  });

  it('lifts rate limits in demo mode only', () => {
    expect(problemsOf({ ...production, THROTTLE_DISABLED: 'true' })).toEqual(['THROTTLE_DISABLED']);
  });

  it('refuses two data keys of one name and a partial S3 configuration', () => {
    expect(problemsOf({ ...production, DATA_KEYS: `a:${key},a:${key}`, S3_ENDPOINT: 'https://s3' }).sort()).toEqual([
      'DATA_KEYS',
      'S3_ACCESS_KEY',
      'S3_BUCKET',
      'S3_SECRET_KEY',
    ]);
  });

  it('opens figures to other machines by a token only, and a worker to questions by a port only', () => {
    expect(parseConfig({ ...production, METRICS_TOKEN: '', WORKER_PORT: '' })).toMatchObject({
      metricsToken: null,
      workerPort: null,
    });
    expect(parseConfig({ ...production, METRICS_TOKEN: 'a'.repeat(16), WORKER_PORT: '3001' })).toMatchObject({
      metricsToken: 'a'.repeat(16),
      workerPort: 3001,
    });
    const wrong = { ...production, METRICS_TOKEN: 'too short', WORKER_PORT: '70000' };
    expect(problemsOf(wrong).sort()).toEqual(['METRICS_TOKEN', 'WORKER_PORT']);
  });

  it('reads quiet hours, templates and the SMS hook, and refuses what makes no sense', () => {
    expect(parseConfig({ ...production, QUIET_HOURS: '21:30-06:15' })).toMatchObject({
      quietHours: { from: 1290, to: 375 },
      smsHook: null,
      wechat: { templates: {}, callbackToken: null, callbackAesKey: null },
    });
    expect(parseConfig({ ...production, QUIET_HOURS: 'none', WECHAT_TEMPLATES: 'duty:abc, task:d_e-f' })).toMatchObject(
      {
        quietHours: null,
        wechat: { templates: { duty: 'abc', task: 'd_e-f' } },
      },
    );
    expect(
      problemsOf({
        ...production,
        QUIET_HOURS: '24:00-07:00',
        WECHAT_TEMPLATES: 'duty',
        WECHAT_CALLBACK_AES_KEY: 'short',
        SMS_HOOK_URL: 'https://sms.example/send',
      }).sort(),
    ).toEqual(['QUIET_HOURS', 'SMS_HOOK_SECRET', 'WECHAT_CALLBACK_AES_KEY', 'WECHAT_TEMPLATES']);
  });
});
