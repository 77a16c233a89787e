import { exitCode } from "../../src/exit-codes.ts";
import { markdownTable } from "./marked.ts";

const meanings: Readonly<Record<keyof typeof exitCode, string>> = {
  ok: "Done, or nothing to do. `plan` and `status`: whatever is pending.",
  checkFailed: "A check ran and failed: not reachable, or only a probe gets through.",
  usage: "The command line or the file is wrong, or a value is missing and there is nobody to ask.",
  pending: "`plan --exit-code`, `status --exit-code`: changes are pending.",
  denied: "Credentials are missing, wrong or not allowed to; or the clock is off.",
  cloudRefused: "The cloud said no, and repeating will not help.",
  waiting:
    "Waiting for the outside world (a parcel, a cable, a payment, the other account), or for a step that comes first.",
  guard:
    "A guard: a consent is missing, something unclaimed may be the one, addresses clash, an id is not what it should be.",
  diary: "The diary is locked, newer than this version, damaged, of another network, or cannot be written.",
  unreachable: "The cloud cannot be reached, or is still at work at the deadline: run the same command again.",
  purchaseUnknown:
    "It is not known whether a purchase was carried out. Nothing is bought again without a person's word.",
  bug: "A bug of sagctl; the text says where the log is.",
  interrupted: "Interrupted by Ctrl-C. Nothing is lost.",
  terminated: "Ended by SIGTERM. Nothing is lost.",
};

/** The exit codes as docs/operating.md shows them. */
export function exitTable(): string {
  const names = Object.keys(exitCode) as (keyof typeof exitCode)[];
  return markdownTable(
    ["exit", "when"],
    names.map((name) => [`${exitCode[name]}`, meanings[name]]),
  );
}
