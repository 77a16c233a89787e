import { durations } from "../../src/simulator/durations.ts";
import { usualPoint } from "../../src/simulator/faults/fault.ts";
import { scenarios } from "../../src/simulator/scenarios/index.ts";
import type { Switches } from "../../src/simulator/world.ts";
import { markdownTable } from "./marked.ts";

const questions: Readonly<Record<keyof Switches, string>> = {
  ccnListShowsIsDefault:
    "DescribeCloudConnectNetworks says which CCN is the default one (older documents) or not (current SDK)",
  unpaidGatewayHasId: "the gateway of an unpaid order has an id and is listed, or not",
  deniedReads: "a read without permission is answered 403, or 200 with an empty list",
  zeroBandwidth:
    "SetCenInterRegionBandwidthLimit with 0 removes the connection (2019), or means unlimited (another page)",
  postpayPackages: "pay-as-you-go bandwidth packages are sold (2019, international site), or refused",
  basicVpcAttachments:
    "a VPC may still join a Basic Edition router, and no region offers Enterprise Edition; or not (today)",
  hubMayRouteInSpokes:
    "the CEN's account may write routes into another account's VPC tables, or not (the documents disagree)",
  gatewayChangesShowAtOnce: "what ModifySmartAccessGateway changed is listed at once, or when the device has it",
  unbindNeedsFreeCcn:
    "a gateway leaves a CCN only when that is on no CEN (error table of the call), or at any time (user guide)",
  lowBalance: "a purchase that the balance does not cover leaves an unpaid order, or is refused (no document says)",
  tokenMemoryMs: "how long the answer to a ClientToken is kept, in milliseconds (no document says)",
  orderIdAsNumber: "OrderId is a JSON number (older examples), or a string",
  readLagMs: "how long lists stay behind a write, in milliseconds",
};

/** What each scenario starts from. */
export function scenarioTable(): string {
  return markdownTable(
    ["scenario", "what stands there"],
    Object.values(scenarios).map(({ name, about }) => [`\`${name}\``, about]),
  );
}

/** Where documents disagree, and which way each scenario goes. */
export function switchTable(): string {
  const names = Object.keys(questions) as (keyof Switches)[];
  return markdownTable(
    ["switch", "what it decides", "scenarios"],
    names.map((name) => [`\`${name}\``, questions[name], choicesOf(name)]),
  );
}

/** One value where all agree, else each with those that have it. */
function choicesOf(name: keyof Switches): string {
  const all = Object.values(scenarios);
  const values = [...new Set(all.map(({ switches }) => `${switches[name]}`))];
  if (values.length === 1) return `${values[0]}`;
  const having = (value: string) => all.filter(({ switches }) => `${switches[name]}` === value);
  return values
    .map(
      (value) =>
        `${value}: ${having(value)
          .map((one) => `\`${one.name}\``)
          .join(", ")}`,
    )
    .join("; ");
}

/** How long each kind of work takes, as drawn. */
export function durationTable(): string {
  const rows = Object.entries(durations).map(([name, [least, most]]) => [
    name,
    `${inWords(least)} to ${inWords(most)}`,
  ]);
  return markdownTable(["work", "takes"], rows);
}

function inWords(ms: number): string {
  const units = [
    [3_600_000, "h"],
    [60_000, "min"],
  ] as const;
  const [size, unit] = units.find(([one]) => ms >= one && ms % one === 0) ?? ([1_000, "s"] as const);
  return `${ms / size} ${unit}`;
}

/** Every fault, and the point of a request at which it strikes. */
export function faultTable(): string {
  return markdownTable(
    ["fault", "strikes at"],
    Object.entries(usualPoint).map(([name, point]) => [`\`${name}\``, point]),
  );
}
