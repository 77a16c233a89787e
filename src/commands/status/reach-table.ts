import type { Plan, PlanRow } from "../../engine/events.ts";
import type { Allow, Network } from "../../network/network.ts";
import { mayReach } from "../../network/reach.ts";
import { plain } from "../../text.ts";
import type { Status } from "../../ui/screens/status-screen.ts";

/** Who may talk to whom by the network file and who may not, and whether the cloud carries it. */
export function reachTable(network: Network, plan: Plan): NonNullable<Status["tables"]> {
  const places = [...network.branches, ...network.vpcs].map((place) => place.name);
  const vpcs = network.vpcs.map((vpc) => vpc.name);
  const pairs = places.flatMap((from) => vpcs.filter((to) => to !== from).map((to) => [from, to] as const));
  const rows = pairs.map((pair) =>
    mayReach(network, ...pair) ? allowedRow(network, plan, pair) : forbiddenRow(network, plan, pair),
  );
  return rows.length === 0 ? [] : [{ heading: "Who reaches whom", head: ["from", "to", "let in", "path"], rows }];
}

type Pair = readonly [from: string, to: string];

/** In one region it is route tables that part two VPCs; elsewhere no rule of sagctl lets the one in at the other. */
function forbiddenRow(network: Network, plan: Plan, pair: Pair): readonly string[] {
  const [region, other] = pair.map((name) => network.vpcs.find((vpc) => vpc.name === name)?.region);
  const tables = [...pair, `${region}/default`].map((item) => `route-tables/${item}`);
  const isPending = plan.rows.some((row) => tables.includes(row.item) && !stands(row.verdict));
  return [
    ...pair,
    "nothing",
    region === other && isPending ? "forbidden by reach:, not parted yet" : "forbidden by reach:",
  ];
}

function allowedRow(network: Network, plan: Plan, [from, to]: Pair): readonly string[] {
  const proof = pathOf(plan, from, to);
  const isVpc = network.vpcs.some((vpc) => vpc.name === from);
  const path = proof ?? (isVpc ? betweenVpcs(plan, from, to) : "not checked: no address to verify");
  const allowed = network.allow.map(nameOf).join(", ");
  return [from, to, proof === carried ? allowed : letIn(plan, to, allowed), path];
}

/** As long as rules are still to be made, what the file allows is not let in. */
function letIn(plan: Plan, to: string, allowed: string): string {
  const verdict = plan.rows.find((row) => row.item === `security-group/${to}`)?.verdict;
  if (verdict?.is === "blocked") return unread;
  return verdict === undefined || stands(verdict) ? allowed : `not yet: ${allowed}`;
}

function stands({ is }: PlanRow["verdict"]): boolean {
  return is === "done" || is === "not-needed";
}

function nameOf(allow: Allow): string {
  return allow.protocol === "icmp" ? "ICMP" : `${allow.protocol} ${allow.ports}`;
}

/** As the proof of the path judges, which the pings' items carry out; undefined where nothing is pinged. */
function pathOf(plan: Plan, from: string, to: string): string | undefined {
  const rows = plan.rows.filter((row) => row.item.startsWith(`ping/${from}/${to}/`));
  if (rows.length === 0) return undefined;
  return rows.map((row) => judged(row)).find((words) => words !== carried) ?? carried;
}

const carried = "configured";
const unread = "not readable from here";

function judged({ verdict }: PlanRow): string {
  if (verdict.is === "failed") return `no: ${plain(verdict.because)}`;
  if (verdict.is === "probe" && verdict.probeOnly) return `probe only: ${plain(verdict.probeOnly.what)}`;
  if (verdict.is === "probe" && verdict.unread) return `${unread}: ${verdict.unread.map(plain).join("; ")}`;
  if (verdict.is === "blocked" && verdict.who === "account") return unread;
  return verdict.is === "probe" || verdict.is === "done" ? carried : "not yet";
}

/** VPCs talk over the CEN: both attached, and connected where they lie in different areas. */
function betweenVpcs(plan: Plan, from: string, to: string): string {
  const names = [from, to].flatMap((name) => [`attach/${name}`]);
  const connections = [`region-connection/${from}/${to}`, `region-connection/${to}/${from}`];
  const needed = plan.rows.filter((row) => [...names, ...connections].includes(row.item));
  return needed.every((row) => stands(row.verdict)) ? carried : "not yet";
}
