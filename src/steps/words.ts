/** `2027-11-23`, in UTC. */
export function isoDay(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

/** `2026-11-30 02:14 UTC`. */
export function isoMinute(at: number): string {
  return `${new Date(at).toISOString().slice(0, 16).replace("T", " ")} UTC`;
}

/** `1 month`, `12 months`. */
export function monthsWords(count: number): string {
  return count === 1 ? "1 month" : `${count} months`;
}

/** A command line of sagctl to be typed elsewhere: flags that say nothing are left out. */
export function commandLine(step: string, flags: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(flags).flatMap(([name, value]) => (value === undefined ? [] : [`--${name} ${value}`]));
  return ["sagctl", step, ...given].join(" ");
}
