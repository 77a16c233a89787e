// Loaded into a sagctl process (--import): SIGUSR2 sets the clock of its machine an hour ahead, as it is after a sleep.
const HOUR_MS = 60 * 60_000;
const { now } = Date;
let aheadMs = 0;

Date.now = () => now() + aheadMs;
globalThis.Date = new Proxy(Date, {
  construct: (made, given, asked) => Reflect.construct(made, given.length === 0 ? [Date.now()] : given, asked),
});
process.on("SIGUSR2", () => {
  aheadMs += HOUR_MS;
});
