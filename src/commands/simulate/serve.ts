import { SagctlError } from "../../errors.ts";
import { type ExitCode, exitCode } from "../../exit-codes.ts";
import type { CloudKey } from "../../simulator/cloud-control.ts";
import type { Listening } from "../../simulator/listen.ts";
import { createSimulatedCloud, type SimulatedCloud } from "../../simulator/simulated-cloud.ts";
import { say } from "../../text.ts";
import type { Context } from "../context.ts";
import { wholeNumber } from "../flags.ts";

/** Serves a fresh simulated cloud until it is stopped; nothing of it is kept. */
export async function serve(context: Context): Promise<ExitCode> {
  const { flags, ui, stop } = context;
  const port = flags.port === undefined ? 0 : wholeNumber(flags.port, "--port", 65_535);
  const cloud = createSimulatedCloud({
    scenario: flags.scenario ?? "tutorial-a",
    ...(flags.virtualTime ? {} : { realTime: { factor: 1 } }),
  });
  try {
    const { url } = await listenOn(cloud, port);
    ui.printOutput(announcement(cloud, url));
    ui.tell({ type: "note", text: say`Serving at ${controlUrl(cloud, url)} until Ctrl-C` });
    await untilStopped(stop);
    return exitCode.ok;
  } finally {
    await cloud.close();
  }
}

async function listenOn(cloud: SimulatedCloud, port: number): Promise<Listening> {
  try {
    return await cloud.listen(port);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new SagctlError({
      kind: "usage",
      code: "port-unusable",
      message: say`Port ${port} cannot be used: ${code ?? "unknown"}`,
      tryThis: [say`Leave --port out: a free one is taken`],
      cause: error,
    });
  }
}

/** Lines to copy; the exports are plain, so that a shell can be fed with them. */
function announcement(cloud: SimulatedCloud, url: string): string {
  const { scenario } = cloud.status();
  return [
    `# The simulated cloud ${scenario} at ${url}: nothing is real, nothing costs money.`,
    `# For sagctl:      --simulate=${controlUrl(cloud, url)}`,
    "# For other clients: that URL as the endpoint of every product, and the keys of one account.",
    ...keysToPrint(cloud.keys()).flatMap(exportLines),
    "",
  ].join("\n");
}

function controlUrl(cloud: SimulatedCloud, url: string): string {
  return `http://control:${cloud.controlToken}@${new URL(url).host}`;
}

/** One key an account: its own, or else its first user's. */
function keysToPrint(keys: readonly CloudKey[]): readonly CloudKey[] {
  const accounts = [...new Set(keys.map((key) => key.account))];
  return accounts.flatMap((account) => {
    const own = keys.filter((key) => key.account === account);
    return own.find((key) => key.user === undefined) ?? own[0] ?? [];
  });
}

function exportLines({ account, uid, keyId, secret }: CloudKey): readonly string[] {
  return [
    `# ${account} ${uid}`,
    `export ALIBABA_CLOUD_ACCESS_KEY_ID=${keyId}`,
    `export ALIBABA_CLOUD_ACCESS_KEY_SECRET=${secret}`,
  ];
}

function untilStopped(stop: AbortSignal): Promise<void> {
  if (stop.aborted) return Promise.resolve();
  return new Promise((resolve) => stop.addEventListener("abort", () => resolve(), { once: true }));
}
