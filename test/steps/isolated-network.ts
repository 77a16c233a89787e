import type { ItemKey } from "../../src/keys.ts";
import type { RouterAssociation, RouterPropagation, RouterRouteTable } from "../../src/simulator/cbn/things.ts";
import { ATTACHMENTS } from "../../src/simulator/scenarios/connect-to-singapore.ts";
import { SINGAPORE_TABLE } from "../../src/simulator/scenarios/put-transit-router.ts";
import type { Rig } from "../support/rig.ts";

/** The scenario in which VPC1 and VPC2 are to be kept apart. */
export const NAME = "tutorial-b-isolated";

export const only = (key: ItemKey) => key.startsWith("route-tables/");

/** Tables beside the default one, by name, with what they serve and know, by VPC number. */
export function tablesOf({ cloud: { world } }: Rig): Record<string, { serves: string; knows: string }> {
  const numbers = new Map<string, string>(Object.entries(ATTACHMENTS).map(([number, id]) => [id, number]));
  const listOf = (kind: string, table: string) =>
    world
      .all<RouterAssociation | RouterPropagation>(kind)
      .flatMap((one) => (one.tableId === table ? [numbers.get(one.attachmentId) ?? one.attachmentId] : []))
      .sort()
      .join();
  const tables = world.all<RouterRouteTable>("tr-route-table").map(({ id, name }) => {
    const title = id === SINGAPORE_TABLE ? "default" : name;
    return [title, { serves: listOf("tr-association", id), knows: listOf("tr-propagation", id) }] as const;
  });
  return Object.fromEntries(tables);
}

/** What it comes to. */
export const isolated = {
  default: { serves: "", knows: "" },
  "shared-service-vpc1": { serves: "1,2", knows: "3" },
  "shared-service-vpc3": { serves: "3", knows: "1,2" },
};

/** What it was. */
export const inOneTable = { default: { serves: "1,2,3", knows: "1,2,3" } };

export function idOf({ cloud: { world } }: Rig, title: string): string {
  return world.all<RouterRouteTable>("tr-route-table").find((one) => one.name === title)?.id ?? "";
}
