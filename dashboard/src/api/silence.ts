/**
 * The services that did not answer when they were asked last. Whoever waits for one with growing pauses is told when it
 * answers again, and need not wait any longer.
 */
export class Silence {
  private readonly silent = new Set<string>();
  private readonly listeners = new Set<() => void>();

  began(service: string): void {
    this.silent.add(service);
  }

  /** It answers; tells of it once, and only after a silence. */
  ended(service: string): void {
    if (this.silent.delete(service)) {
      this.listeners.forEach((listener) => listener());
    }
  }

  /** Hears of every silence that ends, until the function it gets back is called. */
  whenEnded(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}

/** What this tab knows of the services of the suite. */
export const silence = new Silence();
