/** Where withheld answers wait: until somebody releases them, or for ever. */
export class Gates {
  readonly #waiting = new Map<() => void, string>();

  hold(faultId: string): Promise<void> {
    return new Promise((resolve) => this.#waiting.set(resolve, faultId));
  }

  /** How many requests are held at this moment. */
  get size(): number {
    return this.#waiting.size;
  }

  /** Lets go what a fault holds, or everything; tells how many. */
  release(faultId?: string): number {
    const open = [...this.#waiting].filter(([, id]) => faultId === undefined || id === faultId);
    for (const [resolve] of open) {
      this.#waiting.delete(resolve);
      resolve();
    }
    return open.length;
  }
}
