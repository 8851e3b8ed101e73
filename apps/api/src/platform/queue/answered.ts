/** Longer than a living server ever takes to answer. Redis away does not refuse: it would keep everybody waiting until it is back. */
const ANSWER_MS = 5_000;

/** A queue's server is away, or too busy to be waited for. */
export class NoAnswer extends Error {
  constructor() {
    super('the queue does not answer');
  }
}

/** @throws NoAnswer when it takes longer than that; the work itself may still be done later. */
export async function answered<T>(work: Promise<T>, withinMs = ANSWER_MS): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<never>((_, fail) => {
    // Keeps no process that has nothing else to do.
    timer = setTimeout(() => fail(new NoAnswer()), withinMs).unref();
  });
  try {
    return await Promise.race([work, patience]);
  } finally {
    clearTimeout(timer);
  }
}
