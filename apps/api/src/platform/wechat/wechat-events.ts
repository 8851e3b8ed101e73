import { Injectable } from '@nestjs/common';

/** An event of WeChat's as it came, e.g. `{ Event: 'wxa_media_check', trace_id: … }`; nothing in it is checked yet. */
export type WechatEvent = Readonly<Record<string, unknown>>;

/** Idempotent: WeChat repeats an event until it is taken. False: not known here (yet); WeChat may try again. */
type Handler = (event: WechatEvent) => Promise<boolean>;

/** Who wants to know what WeChat calls back about. Features register at start. */
@Injectable()
export class WechatEvents {
  private readonly handlers = new Map<string, Handler>();

  on(event: string, handler: Handler): void {
    if (this.handlers.has(event)) throw new Error(`the event ${event} of WeChat has two handlers`);
    this.handlers.set(event, handler);
  }

  /** What nobody asked for is taken and forgotten. */
  async tell(event: WechatEvent): Promise<boolean> {
    const name = event['Event'];
    const handler = typeof name === 'string' ? this.handlers.get(name) : undefined;
    return handler ? handler(event) : true;
  }
}
