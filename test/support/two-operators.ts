import { copyFileSync } from "node:fs";
import { join } from "node:path";
import type { Scenario } from "../../src/simulator/scenario.ts";
import { createSimulatedCloud, type SimulatedCloud } from "../../src/simulator/simulated-cloud.ts";
import { type CliResult, createTestHost, newFolder, runCli } from "./host.ts";
import { exampleFile } from "./worlds.ts";

/** Somebody at a machine of their own, with the key of one account in the environment. */
export interface Operator {
  readonly folder: string;
  run(...argv: string[]): Promise<CliResult>;
}

/** One served cloud on which several people work, none with the key of another. */
export interface SharedCloud {
  readonly cloud: SimulatedCloud;
  readonly url: string;
  /** `withFile`: the network file lies in the operator's folder. */
  operator(account: string, withFile?: boolean): Operator;
  /** Requests that arrived under the keys of other accounts than this one. */
  callsOfOthers(account: string): readonly string[];
  /** The writes that arrived from a call on, counted from 0, under whatever key. */
  writesSince(index: number): readonly string[];
  close(): Promise<void>;
}

export async function openSharedCloud(scenario: Scenario): Promise<SharedCloud> {
  const cloud = createSimulatedCloud({ scenario });
  const { url } = await cloud.listen();
  const simulate = `--simulate=http://control:${cloud.controlToken}@${new URL(url).host}`;
  const keyOf = (account: string) => {
    const key = cloud.keys().find((one) => one.account === account && one.user === undefined);
    if (!key) throw new Error(`no key of ${account}`);
    return key;
  };
  return {
    cloud,
    url: simulate,
    operator: (account, withFile = true) => {
      const key = keyOf(account);
      const folder = newFolder();
      if (withFile) copyFileSync(exampleFile(scenario.name), join(folder, "sagctl.yaml"));
      const env = { ALIBABA_CLOUD_ACCESS_KEY_ID: key.keyId, ALIBABA_CLOUD_ACCESS_KEY_SECRET: key.secret };
      return {
        folder,
        run: (...argv) => runCli([...argv, simulate], createTestHost({ cwd: folder, env })),
      };
    },
    callsOfOthers: (account) => {
      const { uid } = keyOf(account);
      return cloud
        .calls()
        .filter((call) => call.uid !== uid)
        .map((call) => call.action);
    },
    writesSince: (index) =>
      cloud
        .calls()
        .slice(index)
        .filter((call) => call.kind === "write")
        .map((call) => call.action),
    close: () => cloud.close(),
  };
}
