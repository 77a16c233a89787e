import type { ApiCall } from "../../api/call.ts";
import { listRegionRoutes } from "../../api/cbn.ts";
import { readAssistantStatus, readInvocation, runCommand } from "../../api/cloud-assistant.ts";
import { listDistributedRoutes } from "../../api/smartag.ts";
import { listVSwitches } from "../../api/vpc.ts";
import type { Branch, Network, Vpc } from "../../network/network.ts";

const later = "<ping.id>";

/** What is read of a branch's path once its gateway is online. */
export function readsToCome({ hub }: Network, branch: Branch, { account, region }: Vpc): readonly ApiCall[] {
  const gateway = { account: branch.account, area: branch.area, gateway: later };
  return [
    listDistributedRoutes({ ...gateway, source: "local" }).call,
    listRegionRoutes({ account: hub, cen: later, region }).call,
    listVSwitches({ account, region }).call,
  ];
}

/** What pinging from an instance takes, once there is a path. */
export function probeToCome({ account, region }: Vpc): readonly ApiCall[] {
  const of = { account, region, instance: later };
  const command = runCommand({ ...of, command: "" });
  return [readAssistantStatus(of).call, command, readInvocation({ ...of, invocation: later }).call];
}
