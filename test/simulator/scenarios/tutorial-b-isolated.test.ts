import { expect, it } from "vitest";
import { ATTACHMENTS } from "../../../src/simulator/scenarios/connect-to-singapore.ts";
import { VPC1, VPC2 } from "../../../src/simulator/scenarios/put-three-vpcs.ts";
import { SINGAPORE_ROUTER, SINGAPORE_TABLE } from "../../../src/simulator/scenarios/put-transit-router.ts";
import { tutorialBIsolated } from "../../../src/simulator/scenarios/tutorial-b-isolated.ts";
import { ALL_PAIRS, pingBetween, reachingPairs } from "../data-plane/three-vpcs.ts";
import { TwoPeople } from "./two-people.ts";

const ALLOWED = ["1>3", "2>3", "3>1", "3>2"];

/** New tables, propagations there, the hub's association, the spokes', and only then the old propagations. */
function isolate(cloud: TwoPeople): { spoke: string; hub: string } {
  const table = (TransitRouterRouteTableName: string): string => {
    const flat = { TransitRouterId: SINGAPORE_ROUTER, TransitRouterRouteTableName };
    return cloud.call("Cbn.CreateTransitRouterRouteTable", flat).TransitRouterRouteTableId;
  };
  const act = (action: string, number: 1 | 2 | 3, TransitRouterRouteTableId: string) => {
    const pair = { TransitRouterAttachmentId: ATTACHMENTS[number], TransitRouterRouteTableId };
    cloud.call(`Cbn.${action}`, pair);
  };
  const [spoke, hub] = [table("spoke"), table("hub")];
  act("EnableTransitRouterRouteTablePropagation", 3, spoke);
  for (const number of [1, 2] as const) act("EnableTransitRouterRouteTablePropagation", number, hub);
  act("ReplaceTransitRouterRouteTableAssociation", 3, hub);
  for (const number of [1, 2] as const) act("ReplaceTransitRouterRouteTableAssociation", number, spoke);
  for (const number of [1, 2, 3] as const) act("DisableTransitRouterRouteTablePropagation", number, SINGAPORE_TABLE);
  return { spoke, hub };
}

it("two tables leave exactly the pairs with VPC3, and what stops the others is the spokes' table", () => {
  const cloud = new TwoPeople(tutorialBIsolated);
  expect(reachingPairs(cloud.world)).toEqual(ALL_PAIRS);
  const { spoke } = isolate(cloud);
  expect(reachingPairs(cloud.world)).toEqual(ALLOWED);
  expect(pingBetween(cloud.world, VPC1, VPC2).because.at(-1)).toContain(`Table ${spoke}`);
  expect(cloud.writes).toBe(11);
});

it("in that order no allowed pair is cut at any moment", () => {
  const cloud = new TwoPeople(tutorialBIsolated);
  cloud.afterWrite = () => expect(reachingPairs(cloud.world)).toEqual(expect.arrayContaining(ALLOWED));
  isolate(cloud);
  expect.assertions(2 * cloud.writes);
});

it("the spokes' table holds VPC3's routes alone, the hub's those of VPC1 and VPC2, the default one none", () => {
  const cloud = new TwoPeople(tutorialBIsolated);
  const { spoke, hub } = isolate(cloud);
  const destinations = (TransitRouterRouteTableId: string) => {
    const answer = cloud.call("Cbn.ListTransitRouterRouteEntries", { TransitRouterRouteTableId });
    const rows: Record<string, string>[] = answer.TransitRouterRouteEntries;
    return rows.map((row) => row.TransitRouterRouteEntryDestinationCidrBlock);
  };
  expect(destinations(spoke)).toEqual(["192.168.0.0/24", "192.168.1.0/24"]);
  expect(destinations(hub)).toEqual(["10.0.0.0/24", "10.0.1.0/24", "172.16.0.0/24", "172.16.1.0/24"]);
  expect(destinations(SINGAPORE_TABLE)).toEqual([]);
});
