import type { Choice } from "../../engine/question.ts";
import type { Input } from "../../engine/step.ts";
import { ccnRegion } from "../../network/areas.ts";
import type { Connection, Network } from "../../network/network.ts";
import { say } from "../../text.ts";
import { area, ccnId, ccnName } from "../ccn/inputs.ts";
import { cenId, cenName } from "../cen/inputs.ts";
import { placed, required } from "../placed.ts";

/** Names the connection, too: `ccn,silicon-valley` is the item `ccn/silicon-valley`. */
export const between = placed<readonly string[]>({
  name: "between",
  help: say`the two ends: VPCs of the file, ccn, or regions such as cn-hangzhou,us-west-1`,
  many: true,
  at: (item) => ["connections", item, "between"],
  ask: async (_, draft) => ({
    message: say`Which two ends are to be connected?`,
    kind: "choose-many",
    choices: endChoices(draft),
    check: (ends) => (ends.length === 2 ? undefined : say`Choose two`),
  }),
});

function endChoices(draft: Network): readonly Choice<string>[] {
  const vpcs = draft.vpcs.map((vpc) => ({ value: vpc.name, columns: [vpc.name, vpc.region] }));
  return [{ value: "ccn", columns: ["ccn", ccnRegion(draft.ccn.area)] }, ...vpcs];
}

export const connectionMbps = placed<number>({
  name: "connection-mbps",
  help: say`bandwidth of the connection, in Mbit/s, out of the package`,
  at: (item) => ["connections", item, "bandwidthMbps"],
  ask: async (_, draft, item) => ({
    message: say`Bandwidth of ${item.replace("/", " ⇄ ")} in Mbit/s`,
    kind: "number",
    initial: Math.max(1, Math.floor((draft.packages[0]?.bandwidthMbps ?? 2) / Math.max(1, draft.connections.length))),
  }),
});

export const paidBy = placed<Connection["paidBy"]>({
  name: "paid-by",
  help: say`package, or data-transfer: billed by what is transferred (Enterprise Edition only, not towards a CCN)`,
  at: (item) => ["connections", item, "paidBy"],
  ask: async () => ({
    message: say`Where does the bandwidth come from?`,
    kind: "choose-one",
    choices: [
      { value: "package", columns: ["package", "out of a bandwidth package"] },
      { value: "data-transfer", columns: ["data-transfer", "billed by what is transferred"] },
    ],
    settled: { value: "package", because: say`without a package: --paid-by data-transfer` },
  }),
});

export const regionConnectionInputs: readonly Input[] = [
  required(between),
  required(connectionMbps),
  paidBy,
  cenName,
  cenId,
  ccnId,
  ccnName,
  area,
];
