/** The way into the queue dashboard; the pass itself is in the answer's cookie. */
export class QueuePass {
  url: string;
  expiresAt: Date;
}
