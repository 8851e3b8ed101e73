import type { PushChannel } from '@linshao/domain';
import type { DeliveryRow } from './delivery.js';

export type SendResult =
  | { readonly result: 'sent' }
  /** Worth another try: after so long, or after the usual pause. Being asked to slow down is no failure. */
  | { readonly result: 'retry'; readonly reason: string; readonly afterSeconds?: number; readonly countless?: boolean }
  /** Never, as it is: somebody has to look. */
  | { readonly result: 'dead'; readonly reason: string }
  /** There is nothing to send it with, or no need left. */
  | { readonly result: 'void'; readonly reason: string }
  /** It left and no answer came. */
  | { readonly result: 'unclear'; readonly reason: string };

/** One way out. A channel knows its protocol and says how it went; when and how often is not its business. */
export interface DeliveryChannel {
  readonly name: PushChannel;
  readonly limits: {
    /** Messages one recipient takes in any 60 seconds; null: no such limit. */
    readonly perMinute: number | null;
    /** Its protocol carries our id, so that the other side drops what comes twice. */
    readonly dropsTwins: boolean;
  };
  /** Never throws for what the other side did. */
  send(delivery: DeliveryRow): Promise<SendResult>;
}

/** Among the text, where there is no better place for it. */
export const withNote = ({ text, facts }: DeliveryRow): string => (facts.again ? `（可能重复）${text}` : text);
