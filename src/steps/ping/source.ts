import type { InstanceSeen } from "../../api/ecs.ts";
import { isStatus } from "../../api/is-status.ts";
import type { FromInstance } from "../../engine/probe-path.ts";
import type { Look } from "../../engine/step.ts";
import type { Verdict } from "../../engine/verdict.ts";
import { checkFailed, guard, notNeeded } from "../../engine/verdicts.ts";
import type { Network } from "../../network/network.ts";
import { say } from "../../text.ts";
import { readInstances } from "./describe-vpc.ts";
import type { VpcPing } from "./item.ts";

/** The instance that pings: that of the VPC's first address, or the one that was asked for. */
export interface Source {
  readonly instance: InstanceSeen | undefined;
  /** One was asked for by its name or id, and is in another VPC, perhaps in one that is not readable from here, or nowhere. */
  readonly lies: "here" | "in another VPC" | "out of sight" | "nowhere";
}

/** Whether the start that was asked for is an instance: it is no branch's and no VPC's name. */
export function asksForInstance({ goal, branches, vpcs }: Network): boolean {
  return goal.from !== undefined && ![...branches, ...vpcs].some(({ name }) => name === goal.from);
}

/** Undefined: it may lie in this VPC, whose account's key is not here. */
export async function findSource(look: Look, { network, from, source }: VpcPing): Promise<Source | undefined> {
  const isReadable = look.holds(from.account);
  const own = isReadable ? await readInstances(look, from) : [];
  if (!asksForInstance(network)) {
    const instance = own.find((one) => one.vpc === from.id && one.addresses.includes(source));
    return isReadable ? { instance, lies: "here" } : undefined;
  }
  const instance = own.find((one) => one.vpc === from.id && isCalled(one, network.goal.from ?? ""));
  if (instance) return { instance, lies: "here" };
  const readable = network.vpcs.filter((vpc) => look.holds(vpc.account));
  const others = await Promise.all(readable.map((vpc) => readInstances(look, vpc)));
  const isKnown = others.flat().some((one) => isOfVpcs(one, network) && isCalled(one, network.goal.from ?? ""));
  if (isKnown) return { instance: undefined, lies: "in another VPC" };
  if (!isReadable) return undefined;
  return { instance: undefined, lies: readable.length < network.vpcs.length ? "out of sight" : "nowhere" };
}

function isCalled({ id, name, addresses }: InstanceSeen, from: string): boolean {
  return id === from || addresses.includes(from) || name.toLowerCase() === from.toLowerCase();
}

function isOfVpcs({ vpc }: InstanceSeen, { vpcs }: Network): boolean {
  return vpcs.some(({ id }) => id === vpc);
}

/** Why nothing can be pinged from there; undefined where it can. */
export function judgeSource({ instance, lies }: Source, { network, from, source }: VpcPing): Verdict | undefined {
  if (lies === "in another VPC" || lies === "out of sight")
    return notNeeded(say`${network.goal.from ?? ""} is not in ${from.name}`);
  if (lies === "nowhere") {
    return guard(
      say`--from ${network.goal.from ?? ""} is no branch or VPC of the network file, and no instance of its VPCs`,
      say`Name one of ${[...network.branches, ...network.vpcs].map(({ name }) => name).join(", ")}, or an instance by its id or name`,
    );
  }
  if (!instance) {
    return checkFailed(
      say`No instance of ${from.name} has ${source}, so nothing pings from there`,
      say`Correct the first address of vpcs.${from.name}.verify: pings of ${from.name} start there`,
    );
  }
  if (isStatus(instance.status, "Running")) return undefined;
  return checkFailed(
    say`${instance.name || instance.id} in ${from.name} is not running (${instance.status}), so it cannot ping`,
    say`Start it in the ECS console, or ping from another: sagctl ping --from ${instance.id}`,
  );
}

export function fromInstance({ id, name, os }: InstanceSeen, { from }: VpcPing): FromInstance {
  const { name: vpc, account, region } = from;
  return { vpc, account, region, instance: id, name, os: os === "windows" ? "windows" : "linux" };
}
