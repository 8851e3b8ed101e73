/** Lets `places` pieces of work in at once, the others in the order they came. */
export class Gate {
  private readonly queue: (() => void)[] = [];

  constructor(private places: number) {}

  async run<T>(work: () => Promise<T>): Promise<T> {
    await new Promise<void>((start) => {
      this.queue.push(start);
      this.letIn();
    });
    try {
      return await work();
    } finally {
      this.places += 1;
      this.letIn();
    }
  }

  private letIn(): void {
    while (this.places > 0) {
      const start = this.queue.shift();
      if (!start) return;
      this.places -= 1;
      start();
    }
  }
}
