interface Waiting {
  readonly weight: number;
  readonly start: () => void;
}

/**
 * Lets work in while its weights fit into `capacity`, in the order it came: a heavy one is not overtaken, so it cannot
 * wait for ever.
 */
export class Gate {
  private readonly queue: Waiting[] = [];
  private used = 0;

  constructor(private readonly capacity: number) {}

  async run<T>(weight: number, work: () => Promise<T>): Promise<T> {
    await new Promise<void>((start) => {
      this.queue.push({ weight: Math.min(weight, this.capacity), start });
      this.letIn();
    });
    try {
      return await work();
    } finally {
      this.used -= Math.min(weight, this.capacity);
      this.letIn();
    }
  }

  private letIn(): void {
    for (let next = this.queue[0]; next && this.used + next.weight <= this.capacity; next = this.queue[0]) {
      this.queue.shift();
      this.used += next.weight;
      next.start();
    }
  }
}
