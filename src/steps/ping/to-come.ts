import { type ApiCall, later } from "../../api/call.ts";
import { listRegionRoutes } from "../../api/cens.ts";
import { readAssistantStatus, readInvocation, runCommand } from "../../api/cloud-assistant.ts";
import { listDistributedRoutes } from "../../api/gateways.ts";
import { listVSwitches } from "../../api/vpc.ts";
import { itemKey } from "../../keys.ts";
import type { Branch, Network, Vpc } from "../../network/network.ts";

const coming = later(itemKey("ping", "path"), "id");

/** What is read of a branch's path once its gateway is online. */
export function readsToCome({ hub }: Network, branch: Branch, { account, region }: Vpc): readonly ApiCall[] {
  const gateway = { account: branch.account, area: branch.area, gateway: coming };
  return [
    listDistributedRoutes({ ...gateway, source: "local" }).call,
    listRegionRoutes({ account: hub, cen: coming, region }).call,
    listVSwitches({ account, region }).call,
  ];
}

/** What pinging from an instance takes, once there is a path. */
export function probeToCome({ account, region }: Vpc): readonly ApiCall[] {
  const of = { account, region, instance: coming };
  const command = runCommand({ ...of, command: "" });
  return [readAssistantStatus(of).call, command, readInvocation({ ...of, invocation: coming }).call];
}
