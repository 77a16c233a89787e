import { expect } from "vitest";
import type { CliResult } from "../../support/host.ts";
import { type OwnShell, openShell } from "../../support/own-shell.ts";
import { wordsOf } from "../../support/sagctl-process.ts";
import { type CloudHere, serveHere } from "../../support/served-cloud.ts";

/** The key of an account. */
export function keyOf({ cloud }: CloudHere, account: string) {
  const key = cloud.keys().find((one) => one.account === account && one.user === undefined);
  if (!key) throw new Error(`no key of ${account}`);
  return key;
}

/** A served cloud, with account A and account B each at a shell of its own. */
export interface Stage extends CloudHere {
  /** Of account A; the network file is there. */
  readonly hub: OwnShell;
  /** Of account B, with nothing but a key. */
  readonly shop: OwnShell;
}

/** Two people at two machines, and one cloud. */
export async function openStage(): Promise<Stage> {
  const served = await serveHere("tutorial-b");
  const shellOf = async (account: string, file?: string) => {
    const shell = await openShell(keyOf(served, account), file);
    served.watched.folders.push(shell.folder);
    served.watched.texts.push(shell.written);
    return shell;
  };
  return { ...served, hub: await shellOf("hub", "tutorial-b"), shop: await shellOf("shop") };
}

/** The line behind these words, as it stands on the screen, with the ends of its lines; nobody is there to be asked. */
export function lineIn({ stdout }: CliResult, command: string): string {
  const [line] = new RegExp(`sagctl ${command}(?: .*\\\\\\n)*.*$`, "m").exec(stdout) ?? [];
  if (line === undefined) throw new Error(`no line of sagctl ${command} in ${stdout}`);
  return `${line} --yes`;
}

/** What A types each time. */
export const apply = ({ url }: Stage) => `sagctl apply --simulate=${url} --yes --approve-purchases`;

/** Of both, each with the first digit of the account. */
export const writesOf = ({ cloud }: Stage, since: number) =>
  cloud
    .calls()
    .slice(since)
    .filter((call) => call.kind === "write")
    .map((call) => `${call.uid.slice(0, 1)} ${call.action}`);

/** A line that A was shown is typed by B, under whose key alone it works; what it writes. */
export async function typed({ cloud, shop }: Stage, line: string, code = 0): Promise<readonly string[]> {
  const before = cloud.calls().length;
  const ended = await shop.type(line);
  expect(ended, wordsOf(ended)).toMatchObject({ code });
  const calls = cloud.calls().slice(before);
  expect(new Set(calls.map((call) => call.uid))).toEqual(new Set(["2000000000000002"]));
  return calls.filter((call) => call.kind === "write").map((call) => call.action);
}
