import { join } from "node:path";
import type { SimKey } from "../../src/simulator/world.ts";
import { newFolder } from "./host.ts";
import { openRealDoor, type RealDoor } from "./real-door.ts";
import { type SagctlProcess, startInTest } from "./sagctl-process.ts";
import { type CloudHere, serveHere } from "./served-cloud.ts";
import { exampleFile } from "./worlds.ts";

/** So fast that a run takes seconds, and so slow that no signature is too old when it arrives. */
const FACTOR = 60;

/** sagctl as on the real cloud, with its hosts, keys, TLS, proxy and clock: only that a simulated one answers. */
export interface RealOffice extends CloudHere {
  readonly door: RealDoor;
  readonly cwd: string;
  /** A key of the hub that is known from now on. */
  addKey(key: SimKey): Readonly<Record<string, string>>;
  /** `env` holds the key, and whatever else. */
  start(env: Readonly<Record<string, string>>, argv?: readonly string[]): SagctlProcess;
  /** Where its diary lies. */
  diaryFile(): string;
}

const consents = ["--yes", "--approve-purchases"];

/** An office whose gateway has been bought: what is left takes minutes of the cloud's time, no parcel. */
export async function openRealOffice(file = exampleFile("tutorial-a-half-done")): Promise<RealOffice> {
  const served = await serveHere("tutorial-a-half-done", FACTOR);
  const door = await openRealDoor(served.port);
  const cwd = newFolder();
  const folder = join(cwd, "diary");
  served.watched.folders.push(cwd);
  const network = ["-f", file, "--state", folder];
  return {
    ...served,
    door,
    cwd,
    addKey: (key) => {
      served.cloud.world.state.accounts[0]?.keys.push(key);
      return environmentOf(key);
    },
    start: (env, argv = ["apply", ...consents]) => {
      const started = startInTest([...argv, ...network], cwd, { env: { ...door.env, ...env } });
      served.watched.processes.push(started);
      return started;
    },
    diaryFile: () => join(folder, "state.json"),
  };
}

function environmentOf({ id, secret, securityToken }: SimKey): Readonly<Record<string, string>> {
  return {
    ALIBABA_CLOUD_ACCESS_KEY_ID: id,
    ALIBABA_CLOUD_ACCESS_KEY_SECRET: secret,
    ...(securityToken === undefined ? {} : { ALIBABA_CLOUD_SECURITY_TOKEN: securityToken }),
  };
}
