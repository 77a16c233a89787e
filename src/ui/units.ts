const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** Two units at most, as people say it: "0.8 s", "4 min 12 s", "2 d 1 h". */
export function duration(ms: number): string {
  if (ms < 10 * second) return `${Math.round(ms / 100) / 10} s`;
  const rounded = Math.round(ms / second) * second;
  if (rounded < minute) return `${rounded / second} s`;
  if (rounded < hour) return pair(rounded, minute, "min", second, "s");
  const minutes = Math.round(ms / minute) * minute;
  if (minutes < day) return pair(minutes, hour, "h", minute, "min");
  return pair(Math.round(ms / hour) * hour, day, "d", hour, "h");
}

function pair(ms: number, big: number, bigName: string, small: number, smallName: string): string {
  const rest = Math.round((ms % big) / small);
  const whole = `${Math.floor(ms / big)} ${bigName}`;
  return rest === 0 ? whole : `${whole} ${rest} ${smallName}`;
}

/** The time an answer took: "31 ms", and "0.4 ms" within one room. */
export function latency(ms: number): string {
  return `${ms < 10 ? Math.round(ms * 10) / 10 : Math.round(ms)} ms`;
}

/** "CNY 3,588.00", and "CNY 3,588.00 (invented price)" of a simulated ledger. */
export function money(amount: number, currency: string, invented: boolean): string {
  const figure = amount.toLocaleString("en-US", { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  return `${currency} ${figure}${invented ? " (invented price)" : ""}`;
}

/** "10 Mbit/s"; the free test bandwidth of a CEN is "1 kbit/s". */
export function bandwidth(mbps: number): string {
  return mbps < 1 ? `${Math.round(mbps * 1000)} kbit/s` : `${mbps} Mbit/s`;
}

/** "2027-11-23", the day in UTC as the cloud counts it. */
export function date(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}
