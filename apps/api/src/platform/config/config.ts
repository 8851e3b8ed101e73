import { readEnvironment, type Field, type Problem } from './environment.js';

/** Everything the processes can be told from outside. Parsed once at boot; nothing else reads the environment. */
export interface Config {
  readonly nodeEnv: 'development' | 'test' | 'production';
  readonly demoMode: boolean;
  readonly host: string;
  readonly port: number;
  /** Address people open; used in printed links only. */
  readonly publicUrl: string;
  readonly logLevel: string;
  readonly databaseUrl: string;
  /** Connections of this process to PostgreSQL. */
  readonly databasePool: number;
  /** Absent: queues run on PostgreSQL. */
  readonly redisUrl: string | null;
  /** Namespace of the queues' keys; in braces it is one slot of a Redis Cluster. */
  readonly queuePrefix: string;
  readonly withWorker: boolean;
  /** Where a worker process, which serves no API, tells of its health and figures; absent: nowhere. */
  readonly workerPort: number | null;
  /** What a monitoring program must show to read /metrics; absent: only programs on this machine may. */
  readonly metricsToken: string | null;
  readonly dataDir: string;
  readonly h5Dir: string | null;
  /** The city (GB/T 2260 code, e.g. 320400) that signed-out visitors of this cell see. */
  readonly cityId: number;
  readonly jwtSecret: string;
  /** AES-256-GCM keys for personal data; the first one encrypts, all decrypt. */
  readonly dataKeys: readonly DataKey[];
  readonly hmacKey: Buffer;
  readonly wechat: WechatConfig;
  /** Sends text messages; absent: none are sent. */
  readonly smsHook: { readonly url: string; readonly secret: string } | null;
  /** Hours in which nobody is rung who did not choose their own, as minutes after midnight in Shanghai; null: none. */
  readonly quietHours: { readonly from: number; readonly to: number } | null;
  readonly throttleDisabled: boolean;
  /** How many times faster than real time promises run; 1 outside demonstrations. */
  readonly demoTimeScale: number;
  readonly s3: S3Config | null;
}

export interface WechatConfig {
  readonly appId: string;
  readonly secret: string;
  readonly baseUrl: string;
  readonly wecomBaseUrl: string;
  /** Ids of our subscription message templates in the account, by our names for them. */
  readonly templates: Readonly<Record<string, string>>;
  /** Absent: WeChat cannot call back, and pictures are looked at by people only. */
  readonly callbackToken: string | null;
  /** Absent: the calls back come in plain text. */
  readonly callbackAesKey: Buffer | null;
}

export interface DataKey {
  readonly id: string;
  readonly key: Buffer;
}

export interface S3Config {
  readonly endpoint: string;
  readonly bucket: string;
  readonly region: string;
  readonly accessKey: string;
  readonly secretKey: string;
}

/** Lists every mistake at once, so that an operator fixes the configuration in one go. */
export class ConfigError extends Error {
  constructor(readonly problems: readonly Problem[]) {
    super(
      'The configuration has mistakes 配置有误:\n' +
        problems.map(({ name, message }) => `  ${name}: ${message}`).join('\n'),
    );
  }
}

// Demo secrets are public on purpose: they exist only where demo mode exists, and demo mode refuses production.
const DEMO = {
  jwtSecret: 'demo-only-secret-demo-only-secret-demo',
  dataKeys: `demo1:${Buffer.alloc(32, 'linshao-demo').toString('base64')}`,
  hmacKey: Buffer.alloc(32, 'linshao-demo-hmac').toString('base64'),
  wechatSecret: 'demo-wechat-secret',
  callbackToken: 'demo-callback-token',
  templates: 'progress:demo-progress,task:demo-task,duty:demo-duty',
};

const base64Key: Field<Buffer>['parse'] = (text) => {
  const key = Buffer.from(text, 'base64');
  return key.length === 32 ? key : new Error('must be 32 bytes in base64 (openssl rand -base64 32)');
};

const parseTemplates: Field<Record<string, string>>['parse'] = (text) => {
  const pairs = text.split(',').map((part) => part.trim().split(':'));
  return pairs.every(([name, id, ...more]) => name && id && more.length === 0)
    ? (Object.fromEntries(pairs) as Record<string, string>)
    : new Error('each template is <name>:<id>, comma-separated');
};

const parseAesKey: Field<Buffer>['parse'] = (text) =>
  /^[A-Za-z0-9]{43}$/.test(text) ? Buffer.from(`${text}=`, 'base64') : new Error('must be the 43 letters WeChat shows');

const parseQuietHours: Field<Config['quietHours']>['parse'] = (text) => {
  if (text === 'none') return null;
  const hours = /^([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-3]):([0-5]\d)$/.exec(text)?.slice(1).map(Number);
  const [h1 = 0, m1 = 0, h2 = 0, m2 = 0] = hours ?? [];
  return hours ? { from: h1 * 60 + m1, to: h2 * 60 + m2 } : new Error('must be none or like 22:00-07:00');
};

const parseToken: Field<string>['parse'] = (text) =>
  /^[\w.~+/=-]{16,}$/.test(text) ? text : new Error('must be at least 16 letters or digits (openssl rand -hex 24)');

const parseDataKeys: Field<DataKey[]>['parse'] = (text) => {
  const keys: DataKey[] = [];
  for (const part of text.split(',')) {
    const [id, encoded] = [part.slice(0, part.indexOf(':')).trim(), part.slice(part.indexOf(':') + 1).trim()];
    const key = base64Key(encoded);
    if (!/^[a-z0-9_-]{1,16}$/i.test(id))
      return new Error('each key is <id>:<base64>; an id is 1-16 letters, digits, - or _');
    if (key instanceof Error) return new Error(`key ${id}: ${key.message}`);
    keys.push({ id, key });
  }
  const ids = keys.map(({ id }) => id);
  return new Set(ids).size === ids.length ? keys : new Error('two keys have the same id');
};

/** @throws ConfigError naming every variable that is missing or wrong. */
export function parseConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const read = readEnvironment(env);
  const nodeEnv = read.oneOf('NODE_ENV', ['development', 'test', 'production'], 'development');
  const demoMode = read.flag('DEMO_MODE', false);
  // A secret has a default in demo mode only; elsewhere its absence is a mistake to report.
  const secret = (demo: string): string | undefined => (demoMode ? demo : undefined);
  const s3Endpoint = read.optional('S3_ENDPOINT');
  const smsHookUrl = read.optionalUrl('SMS_HOOK_URL', ['https:', 'http:']);
  const port = read.integer('PORT', 3000, 0, 65535);
  const config: Config = {
    nodeEnv,
    demoMode,
    host: read.text('HOST', demoMode ? '127.0.0.1' : '0.0.0.0'),
    port,
    publicUrl: read.text('PUBLIC_URL', `http://localhost:${port}`),
    logLevel: read.oneOf(
      'LOG_LEVEL',
      ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'],
      demoMode ? 'warn' : 'info',
    ),
    databaseUrl: read.url('DATABASE_URL', ['postgres:', 'postgresql:']),
    databasePool: read.integer('DATABASE_POOL', 20, 2, 500),
    redisUrl: read.optionalUrl('REDIS_URL', ['redis:', 'rediss:']),
    queuePrefix: read.text('QUEUE_PREFIX', '{linshao}'),
    withWorker: read.flag('WITH_WORKER', false),
    workerPort: read.optional('WORKER_PORT') ? read.integer('WORKER_PORT', undefined, 0, 65535) : null,
    metricsToken: read.optional('METRICS_TOKEN') ? read.parsed('METRICS_TOKEN', undefined, parseToken) : null,
    dataDir: read.text('DATA_DIR', '.data'),
    h5Dir: read.optional('H5_DIR'),
    cityId: read.integer('CITY_ID', demoMode ? 320400 : undefined, 100000, 999999),
    jwtSecret: read.parsed('JWT_SECRET', secret(DEMO.jwtSecret), (text) =>
      text.length >= 32 ? text : new Error('must have at least 32 characters'),
    ),
    dataKeys: read.parsed('DATA_KEYS', secret(DEMO.dataKeys), parseDataKeys),
    hmacKey: read.parsed('HMAC_KEY', secret(DEMO.hmacKey), base64Key),
    wechat: {
      appId: read.text('WECHAT_APPID', secret('wx0000000000000000')),
      secret: read.text('WECHAT_SECRET', secret(DEMO.wechatSecret)),
      // Empty in demo mode: the stand-in WeChat server of this process is used.
      baseUrl: read.text('WECHAT_BASE_URL', demoMode ? '' : 'https://api.weixin.qq.com'),
      wecomBaseUrl: read.text('WECOM_BASE_URL', demoMode ? '' : 'https://qyapi.weixin.qq.com'),
      templates:
        env['WECHAT_TEMPLATES'] || demoMode
          ? read.parsed('WECHAT_TEMPLATES', secret(DEMO.templates), parseTemplates)
          : {},
      callbackToken: read.optional('WECHAT_CALLBACK_TOKEN') ?? secret(DEMO.callbackToken) ?? null,
      callbackAesKey: read.optional('WECHAT_CALLBACK_AES_KEY')
        ? read.parsed('WECHAT_CALLBACK_AES_KEY', undefined, parseAesKey)
        : null,
    },
    smsHook: smsHookUrl ? { url: smsHookUrl, secret: read.text('SMS_HOOK_SECRET') } : null,
    quietHours: read.parsed('QUIET_HOURS', '22:00-07:00', parseQuietHours),
    throttleDisabled: read.flag('THROTTLE_DISABLED', false),
    demoTimeScale: read.integer('DEMO_TIME_SCALE', 1, 1, 3600),
    s3: s3Endpoint
      ? {
          endpoint: s3Endpoint,
          bucket: read.text('S3_BUCKET'),
          region: read.text('S3_REGION', 'auto'),
          accessKey: read.text('S3_ACCESS_KEY'),
          secretKey: read.text('S3_SECRET_KEY'),
        }
      : null,
  };
  if (demoMode && nodeEnv === 'production') {
    read.problem('DEMO_MODE', 'demo mode has public passwords and never runs with NODE_ENV=production');
  }
  if (config.demoTimeScale !== 1 && !demoMode) {
    read.problem('DEMO_TIME_SCALE', 'only demo mode may let time run faster');
  }
  if (config.throttleDisabled && !demoMode) {
    read.problem('THROTTLE_DISABLED', 'only demo mode may lift the rate limits');
  }
  if (read.problems.length > 0) throw new ConfigError(read.problems);
  return config;
}
