import type { ErrorKind } from "./errors.ts";

/** The exit codes of sagctl; docs/operating.md has the same table. */
export const exitCode = {
  ok: 0,
  checkFailed: 1,
  usage: 2,
  pending: 3,
  denied: 4,
  cloudRefused: 5,
  waiting: 6,
  guard: 7,
  diary: 8,
  unreachable: 9,
  purchaseUnknown: 10,
  bug: 70,
  interrupted: 130,
  terminated: 143,
} as const;

export type ExitCode = (typeof exitCode)[keyof typeof exitCode];

/** How a run ends that such an error has ended. */
export const exitCodeOf: Readonly<Record<ErrorKind, ExitCode>> = {
  "check-failed": exitCode.checkFailed,
  usage: exitCode.usage,
  denied: exitCode.denied,
  "cloud-refused": exitCode.cloudRefused,
  waiting: exitCode.waiting,
  guard: exitCode.guard,
  diary: exitCode.diary,
  unreachable: exitCode.unreachable,
  "purchase-unknown": exitCode.purchaseUnknown,
  interrupted: exitCode.interrupted,
};

/** When one run ends in several ways, the first of these is its exit code. */
const gravity: readonly ExitCode[] = [10, 70, 8, 4, 5, 7, 1, 9, 6];

/** One exit code for a run that ends in several ways; 0 where there is none. */
export function gravest(codes: readonly ExitCode[]): ExitCode {
  return gravity.find((code) => codes.includes(code)) ?? codes[0] ?? exitCode.ok;
}
