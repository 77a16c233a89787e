import type { ProductName } from "../../../src/simulator/product-name.ts";
import { findAction } from "../../../src/simulator/registry.ts";
import type { Scenario } from "../../../src/simulator/scenario.ts";
import type { VpcOfThree } from "../../../src/simulator/scenarios/put-three-vpcs.ts";
import { DirectCloud, hub, SECOND } from "../direct-cloud.ts";

const MINUTE = 60 * SECOND;
const PRIVATE = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"];

/** A simulated cloud that counts what is written, and lets the cloud finish after each write. */
export class TwoPeople extends DirectCloud {
  writes = 0;
  /** Called right after a write, and again when its work is done. */
  afterWrite: () => void = () => {};

  constructor(scenario: Scenario) {
    super({}, scenario);
  }

  override call(name: string, flat: Record<string, string> = {}, uid = hub) {
    const answer = super.call(name, flat, uid);
    const [product, action = ""] = name.split(".");
    if (findAction(product as ProductName, action)?.kind !== "write") return answer;
    this.writes += 1;
    this.afterWrite();
    this.pass(5 * MINUTE);
    this.afterWrite();
    return answer;
  }

  /** Puts a VPC on a router with two zones, associated with and propagated to a table. */
  attach(
    vpc: VpcOfThree,
    router: { CenId: string; TransitRouterId: string; TransitRouterRouteTableId: string },
  ): string {
    const { TransitRouterRouteTableId, ...named } = router;
    const { tail, zones, number, uid, region } = vpc;
    const answer = this.call("Cbn.CreateTransitRouterVpcAttachment", {
      ...named,
      RegionId: region,
      VpcId: `vpc-${tail}`,
      VpcOwnerId: uid,
      TransitRouterAttachmentName: `attach${number}`,
      "ZoneMappings.1.ZoneId": zones[0],
      "ZoneMappings.1.VSwitchId": `vsw-${tail}`,
      "ZoneMappings.2.ZoneId": zones[1],
      "ZoneMappings.2.VSwitchId": `vsw-${tail.replace("vpc", "vsb")}`,
    });
    this.learn(answer.TransitRouterAttachmentId, TransitRouterRouteTableId);
    return answer.TransitRouterAttachmentId;
  }

  learn(TransitRouterAttachmentId: string, TransitRouterRouteTableId: string): void {
    const pair = { TransitRouterAttachmentId, TransitRouterRouteTableId };
    this.call("Cbn.AssociateTransitRouterAttachmentWithRouteTable", pair);
    this.call("Cbn.EnableTransitRouterRouteTablePropagation", pair);
  }

  /** The three routes, written by the VPC's owner. */
  routeTo(NextHopId: string, { tail, region, uid }: Pick<VpcOfThree, "tail" | "region" | "uid">): void {
    const hop = { RegionId: region, RouteTableId: `vtb-${tail}`, NextHopType: "Attachment", NextHopId };
    for (const DestinationCidrBlock of PRIVATE) {
      this.call("Vpc.CreateRouteEntry", { ...hop, DestinationCidrBlock }, uid);
    }
  }

  /** Lets the pings of the other VPCs in, by one write. */
  letIn({ tail, region, uid }: VpcOfThree, from: readonly VpcOfThree[]): void {
    const rules = from.flatMap(({ net }, at) => [
      [`Permissions.${at + 1}.IpProtocol`, "ICMP"],
      [`Permissions.${at + 1}.PortRange`, "-1/-1"],
      [`Permissions.${at + 1}.SourceCidrIp`, `${net}.0.0/16`],
    ]);
    const group = { RegionId: region, SecurityGroupId: `sg-${tail.replace("vpc", "ecs")}` };
    this.call("Ecs.AuthorizeSecurityGroup", { ...group, ...Object.fromEntries(rules) }, uid);
  }

  /** The default table of a router. */
  systemTable(TransitRouterId: string): string {
    const flat = { TransitRouterId, TransitRouterRouteTableType: "System" };
    const [table] = this.call("Cbn.ListTransitRouterRouteTables", flat).TransitRouterRouteTables;
    return table.TransitRouterRouteTableId;
  }
}
