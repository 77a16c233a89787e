import { describe, expect, test } from "vitest";
import { DirectCloud, shop } from "../direct-cloud.ts";

const hangzhou = { RegionId: "cn-hangzhou" };
const web = "i-bp1hz0web4k7m2x9q3w1";
const group = "sg-bp1hz0web4k7m2x9q3w1";
const vpcId = "vpc-bp1hz0prod4k7m2x9q3w1";

// biome-ignore lint/suspicious/noExplicitAny: answers are read as a foreign client reads them.
type Answer = any;

function instances(cloud: DirectCloud, flat: Record<string, string> = {}, uid?: string): Answer[] {
  return cloud.call("Ecs.DescribeInstances", { ...hangzhou, ...flat }, uid).Instances.Instance;
}

describe("instances", () => {
  test("show address, VPC, groups and status", () => {
    expect(instances(new DirectCloud())).toMatchObject([
      {
        InstanceId: web,
        Status: "Running",
        VpcAttributes: { VpcId: vpcId, PrivateIpAddress: { IpAddress: ["10.1.0.10"] } },
        SecurityGroupIds: { SecurityGroupId: [group] },
      },
    ]);
  });

  test.each([
    [{ InstanceIds: JSON.stringify([web]) }, 1],
    [{ InstanceIds: '["i-none"]' }, 0],
    [{ PrivateIpAddresses: '["10.1.0.10"]' }, 1],
    [{ PrivateIpAddresses: '["10.1.0.11"]' }, 0],
    [{ VpcId: vpcId }, 1],
    [{ VpcId: "vpc-none" }, 0],
    [{ SecurityGroupId: group }, 1],
    [{ SecurityGroupId: "sg-none" }, 0],
    [{ Status: "Stopped" }, 0],
    [{ InstanceName: "hangzhou-*" }, 1],
    [{ InstanceName: "hangzhou-" }, 0],
    [{ RegionId: "us-west-1" }, 1],
    [{ RegionId: "cn-beijing" }, 0],
  ])("are filtered by %j", (flat, found) => {
    expect(instances(new DirectCloud(), flat as unknown as Record<string, string>)).toHaveLength(found);
  });

  test("page by token, or by number", () => {
    const cloud = new DirectCloud();
    cloud.world.put("instance", { ...cloud.thing("instance", web), id: "i-second" });
    const first = cloud.call("Ecs.DescribeInstances", { ...hangzhou, MaxResults: "1" });
    expect(first).toMatchObject({ TotalCount: 2 });
    const [second] = instances(cloud, { MaxResults: "1", NextToken: first.NextToken });
    expect(second.InstanceId).toBe("i-second");
    const byNumber = cloud.call("Ecs.DescribeInstances", { ...hangzhou, PageSize: "1", PageNumber: "2" });
    expect(byNumber).toMatchObject({
      PageNumber: 2,
      TotalCount: 2,
      Instances: { Instance: [{ InstanceId: "i-second" }] },
    });
  });

  test("are refused for what is no list, a page too large, and a region that does not exist", () => {
    const cloud = new DirectCloud();
    const action = "Ecs.DescribeInstances";
    cloud.expectRefusal(400, "InvalidParameter", action, { ...hangzhou, InstanceIds: web });
    cloud.expectRefusal(400, "InvalidParameter", action, { ...hangzhou, InstanceIds: "{}" });
    cloud.expectRefusal(400, "InvalidParameter", action, { ...hangzhou, MaxResults: "101" });
    cloud.expectRefusal(404, "InvalidRegionId.NotFound", action, { RegionId: "atlantis" });
  });

  test("of another account are not there", () => {
    expect(instances(new DirectCloud(), {}, shop)).toEqual([]);
  });
});

describe("security groups", () => {
  test("are listed with the number of their rules", () => {
    const cloud = new DirectCloud();
    const list = "Ecs.DescribeSecurityGroups";
    const [shown] = cloud.call(list, hangzhou).SecurityGroups.SecurityGroup;
    expect(shown).toMatchObject({ SecurityGroupId: group, VpcId: vpcId, RuleCount: 3, SecurityGroupType: "normal" });
    expect(cloud.call(list, { ...hangzhou, SecurityGroupIds: '["sg-none"]' }).TotalCount).toBe(0);
    expect(cloud.call(list, { ...hangzhou, VpcId: "vpc-none" }).TotalCount).toBe(0);
    expect(cloud.call(list, hangzhou, shop).TotalCount).toBe(0);
  });

  test("one by one show their rules, with protocols in capitals", () => {
    const cloud = new DirectCloud();
    const flat = { ...hangzhou, SecurityGroupId: group };
    const shown = cloud.call("Ecs.DescribeSecurityGroupAttribute", {
      ...flat,
      Direction: "ingress",
      NicType: "intranet",
    });
    expect(shown.Permissions.Permission[0]).toMatchObject({
      IpProtocol: "TCP",
      PortRange: "80/80",
      SourceCidrIp: "0.0.0.0/0",
      Policy: "Accept",
      Priority: 1,
      Direction: "ingress",
    });
    const egress = cloud.call("Ecs.DescribeSecurityGroupAttribute", { ...flat, Direction: "egress" });
    expect(egress.Permissions.Permission).toEqual([]);
    const internet = cloud.call("Ecs.DescribeSecurityGroupAttribute", { ...flat, NicType: "internet" });
    expect(internet.Permissions.Permission).toEqual([]);
  });

  test("one by one are refused when unknown, elsewhere, another account's or malformed", () => {
    const cloud = new DirectCloud();
    const one = "Ecs.DescribeSecurityGroupAttribute";
    cloud.expectRefusal(404, "InvalidSecurityGroupId.NotFound", one, { ...hangzhou, SecurityGroupId: "sg-none" });
    cloud.expectRefusal(404, "InvalidSecurityGroupId.NotFound", one, { RegionId: "us-west-1", SecurityGroupId: group });
    cloud.expectRefusal(404, "InvalidSecurityGroupId.NotFound", one, { ...hangzhou, SecurityGroupId: group }, shop);
    cloud.expectRefusal(400, "InvalidSecurityGroupId.Malformed", one, { ...hangzhou, SecurityGroupId: "g" });
    cloud.expectRefusal(400, "InvalidParameter", one, { ...hangzhou, SecurityGroupId: group, MaxResults: "9" });
  });
});

test("the regions are named", () => {
  const regions = new DirectCloud().call("Ecs.DescribeRegions").Regions.Region;
  expect(regions).toContainEqual(expect.objectContaining({ RegionId: "cn-hangzhou", LocalName: "China (Hangzhou)" }));
});
