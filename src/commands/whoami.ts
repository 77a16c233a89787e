import { readAll } from "../api/read.ts";
import { readCallerIdentity } from "../api/sts.ts";
import { SagctlError } from "../errors.ts";
import { type ExitCode, exitCode } from "../exit-codes.ts";
import type { Account, Network } from "../network/network.ts";
import { plain, say } from "../text.ts";
import type { Context, OpenCloud } from "./context.ts";
import { giveKeyToItsOwner } from "./recognise-keys.ts";

interface Identity {
  readonly row: readonly string[];
  readonly trouble?: SagctlError;
}

/** Which key is used for each account, and whose it is; works without a network file. */
export async function whoami(context: Context): Promise<ExitCode> {
  const network = await context.findNetwork();
  const cloud = await context.openCloud(network);
  try {
    context.ui.printHeader({ doing: "whoami", ...headerOf(network) });
    await handOver(network, cloud);
    const identities: Identity[] = [];
    for (const account of network.accounts) identities.push(await identify(context, cloud, account));
    const head = ["name", "account", "identity", "type", "key"];
    context.ui.printTable("accounts", { head, rows: identities.map((one) => one.row) });
    const trouble = identities.find((one) => one.trouble)?.trouble;
    if (trouble) throw trouble;
    return exitCode.ok;
  } finally {
    await cloud.close();
  }
}

/** A key that does not work is told with its account's row. */
async function handOver(network: Network, cloud: OpenCloud): Promise<void> {
  try {
    const { accountId } = await readAll(cloud.cloud, readCallerIdentity({ account: network.hub }));
    await giveKeyToItsOwner(accountId, network, cloud);
  } catch (error) {
    if (!(error instanceof SagctlError)) throw error;
  }
}

function headerOf({ name, file }: Network) {
  return file === undefined ? {} : { network: { name, file } };
}

/** The source of a key that does not work is shown all the same: that is what one wants to know then. */
async function identify(context: Context, cloud: OpenCloud, { name, uid }: Account): Promise<Identity> {
  if (!cloud.holds(name)) return { row: [name, uid ?? "", "", "", "none here: its operator runs sagctl there"] };
  const from = plain((await cloud.keySource(name)).said);
  try {
    const { accountId, arn, type } = await readAll(cloud.cloud, readCallerIdentity({ account: name }));
    if (uid !== undefined && uid !== accountId) {
      context.ui.tell({ type: "note", text: say`The network file names ${uid} for ${name}: this is another account` });
    }
    return { row: [name, accountId, arn, type, from] };
  } catch (error) {
    if (!(error instanceof SagctlError)) throw error;
    return { row: [name, "", "", "", from], trouble: error };
  }
}
