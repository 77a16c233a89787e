import type { AnyStep } from "../engine/step.ts";
import type { StepName } from "../keys.ts";

/** One line of the list: plain data, so that help loads no step. */
export interface StepEntry {
  readonly name: StepName;
  /** What its sub-command does, for help and the README. */
  readonly about: string;
  readonly load: () => Promise<AnyStep>;
}

/** The tutorials' steps, in order. Wizard, sub-commands, help, the README's table and the laws are made of this list. */
export const stepList: readonly StepEntry[] = [
  {
    name: "cen",
    about: "Find or make the Cloud Enterprise Network",
    load: async () => (await import("./cen/index.ts")).cen,
  },
  {
    name: "transit-router",
    about: "Find or make the transit routers; open their service",
    load: async () => (await import("./transit-router/index.ts")).transitRouter,
  },
  {
    name: "ccn",
    about: "Find or make the Cloud Connect Network of the area",
    load: async () => (await import("./ccn/index.ts")).ccn,
  },
  {
    name: "grant",
    about: "Let the CEN's owner attach the VPC of another account",
    load: async () => (await import("./grant/index.ts")).grant,
  },
  {
    name: "attach",
    about: "Attach the VPCs to the CEN",
    load: async () => (await import("./attach/index.ts")).attach,
  },
  {
    name: "route-tables",
    about: "Set the tables of the transit routers; isolate VPCs",
    load: async () => (await import("./route-tables/index.ts")).routeTables,
  },
  {
    name: "vpc-routes",
    about: "Lead the tables of the VPCs to the transit router",
    load: async () => (await import("./vpc-routes/index.ts")).vpcRoutes,
  },
  {
    name: "purchase",
    about: "Buy the gateway, exactly once",
    load: async () => (await import("./purchase/index.ts")).purchase,
  },
  {
    name: "connect",
    about: "Wait for the parcel; what to unpack and to cable",
    load: async () => (await import("./connect/index.ts")).connect,
  },
  {
    name: "activate",
    about: "Activate the gateway: billing starts",
    load: async () => (await import("./activate/index.ts")).activate,
  },
  {
    name: "static-routes",
    about: "Set the branch's CIDR blocks on the gateway",
    load: async () => (await import("./static-routes/index.ts")).staticRoutes,
  },
  {
    name: "ccn-bind",
    about: "Bind the gateway to the CCN",
    load: async () => (await import("./ccn-bind/index.ts")).ccnBind,
  },
  {
    name: "cen-bind",
    about: "Bind the CCN to the CEN",
    load: async () => (await import("./cen-bind/index.ts")).cenBind,
  },
  {
    name: "bandwidth-package",
    about: "Buy bandwidth between two areas and put it on the CEN",
    load: async () => (await import("./bandwidth-package/index.ts")).bandwidthPackage,
  },
  {
    name: "region-connection",
    about: "Connect two regions out of a package",
    load: async () => (await import("./region-connection/index.ts")).regionConnection,
  },
  {
    name: "security-group",
    about: "Let the branch in at the instances",
    load: async () => (await import("./security-group/index.ts")).securityGroup,
  },
  {
    name: "ping",
    about: "Prove the path, then ping",
    load: async () => (await import("./ping/index.ts")).ping,
  },
];

/** The list, loaded. */
export function loadSteps(): Promise<readonly AnyStep[]> {
  return Promise.all(stepList.map((entry) => entry.load()));
}
