/** Makes a world's time run with the machine's, so many times as fast; without a factor it stands still by itself. */
export class MachineTime {
  readonly #factor: number | undefined;
  /** World time and machine time at the same moment. */
  #since = { world: 0, machine: 0 };

  constructor(factor: number | undefined) {
    this.#factor = factor;
  }

  /** From this world time on: at the beginning and after every jump. */
  start(world: number): void {
    this.#since = { world, machine: Date.now() };
  }

  /** The world time that is due by now. */
  due(): number | undefined {
    if (this.#factor === undefined) return undefined;
    return Math.floor(this.#since.world + (Date.now() - this.#since.machine) * this.#factor);
  }
}
