interface Surround {
  before(): void;
  after(): void;
}

/** The same commands, each with something done before and after it: the world is brought up to date, then saved. */
export function surrounded<T extends object>(commands: T, { before, after }: Surround): T {
  const surround = (command: (...args: unknown[]) => unknown) => {
    return (...args: unknown[]) => {
      before();
      const result = command(...args);
      after();
      return result;
    };
  };
  return Object.fromEntries(Object.entries(commands).map(([name, command]) => [name, surround(command)])) as T;
}
