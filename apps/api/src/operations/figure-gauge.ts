import { Gauge, type Registry } from 'prom-client';

/** A gauge that can tell nothing at all: an old figure would look like a present one, and a zero like good news. */
export class FigureGauge extends Gauge<string> {
  private readonly isLabelled: boolean;

  constructor(registry: Registry, name: string, help: string, labelNames: string[]) {
    super({ name, help, labelNames, registers: [registry] });
    this.isLabelled = labelNames.length > 0;
  }

  leaveOut(): void {
    // Without labels, a reset would make it zero.
    if (this.isLabelled) this.reset();
    else this.remove();
  }
}
