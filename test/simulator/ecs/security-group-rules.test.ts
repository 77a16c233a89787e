import { describe, expect, test } from "vitest";
import type { SecurityGroup } from "../../../src/simulator/ecs/things.ts";
import { DirectCloud, shop } from "../direct-cloud.ts";

const authorize = "Ecs.AuthorizeSecurityGroup";
const revoke = "Ecs.RevokeSecurityGroup";
const id = "sg-bp1hz0web4k7m2x9q3w1";
const group = { RegionId: "cn-hangzhou", SecurityGroupId: id };
const icmp = { IpProtocol: "icmp", PortRange: "-1/-1", SourceCidrIp: "172.16.0.0/12" };

function listed(at: number, rule: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(rule).map(([name, value]) => [`Permissions.${at}.${name}`, value]));
}

function rules(cloud: DirectCloud): SecurityGroup["rules"] {
  return cloud.thing<SecurityGroup>("security-group", id).rules;
}

describe("a new rule", () => {
  test("comes as a list or at the top level, with defaults", () => {
    const cloud = new DirectCloud();
    cloud.call(authorize, { ...group, ...listed(1, icmp), ...listed(2, { ...icmp, Policy: "Drop", Priority: "5" }) });
    cloud.call(authorize, { ...group, IpProtocol: "tcp", PortRange: "22/22", SourceCidrIp: "172.16.0.9" });
    expect(rules(cloud).slice(3)).toMatchObject([
      { ipProtocol: "ICMP", cidr: "172.16.0.0/12", policy: "Accept", priority: 1, direction: "ingress" },
      { ipProtocol: "ICMP", policy: "Drop", priority: 5 },
      { ipProtocol: "TCP", portRange: "22/22", cidr: "172.16.0.9/32" },
    ]);
  });

  test("that is there already is no error and is not added, whatever its description", () => {
    const cloud = new DirectCloud();
    const again = { ...icmp, IpProtocol: "ICMP", Policy: "accept", Priority: "1", Description: "branch" };
    cloud.call(authorize, { ...group, ...listed(1, icmp), ...listed(2, again) });
    cloud.call(authorize, { ...group, ...again });
    expect(rules(cloud)).toHaveLength(4);
  });

  test("is answered without its id, and again for the same token", () => {
    const cloud = new DirectCloud();
    const flat = { ...group, ...listed(1, icmp), ClientToken: "t" };
    expect(cloud.call(authorize, flat)).toEqual({});
    cloud.call(authorize, flat);
    expect(cloud.world.call.replayed).toBe(true);
  });

  test("may name another group of the account", () => {
    const cloud = new DirectCloud();
    const peer = { IpProtocol: "all", PortRange: "-1/-1", SourceGroupId: "sg-rj9sv0web8d5n1c6t2y4" };
    cloud.call(authorize, { ...group, ...peer });
    expect(rules(cloud).at(-1)).toMatchObject({ groupId: "sg-rj9sv0web8d5n1c6t2y4", ipProtocol: "ALL" });
    cloud.expectRefusal(404, "InvalidSourceGroupId.NotFound", authorize, {
      ...group,
      ...peer,
      SourceGroupId: "sg-none",
    });
    cloud.change("security-group", id, { type: "enterprise" });
    cloud.expectRefusal(403, "InvalidParamter.Conflict", authorize, { ...group, ...peer });
  });
});

describe("a rule", () => {
  test.each([
    [{ IpProtocol: "" }, 400, "MissingParameter"],
    [{ IpProtocol: "ipx" }, 400, "InvalidIpProtocol.ValueNotSupported"],
    [{ PortRange: "" }, 400, "MissingParameter"],
    [{ PortRange: "80/80" }, 400, "OperationDenied"],
    [{ IpProtocol: "tcp" }, 400, "OperationDenied"],
    [{ IpProtocol: "tcp", PortRange: "80" }, 400, "InvalidPortRange.Malformed"],
    [{ IpProtocol: "tcp", PortRange: "90/80" }, 400, "InvalidPortRange.Malformed"],
    [{ IpProtocol: "udp", PortRange: "1/65536" }, 400, "InvalidPortRange.Malformed"],
    [{ SourceCidrIp: "" }, 400, "MissingParameter.Source"],
    [{ SourceCidrIp: "172.16.0.0/40" }, 400, "InvalidSourceCidrIp.Malformed"],
    [{ SourceGroupId: "sg-x" }, 403, "InvalidParamter.Conflict"],
    [{ Policy: "deny" }, 400, "InvalidPolicy.Malformed"],
    [{ Priority: "0" }, 400, "InvalidPriority.ValueNotSupported"],
    [{ Priority: "101" }, 400, "InvalidPriority.ValueNotSupported"],
    [{ NicType: "internet" }, 403, "InvalidNicType.Mismatch"],
    [{ SecurityGroupId: "sg-none" }, 404, "InvalidSecurityGroupId.NotFound"],
    [{ RegionId: "us-west-1" }, 404, "InvalidSecurityGroupId.NotFound"],
  ])("with %j is refused", (flat, status, code) => {
    new DirectCloud().expectRefusal(status, code, authorize, { ...group, ...icmp, ...(flat as object) });
  });

  test("in another account's group is refused", () => {
    new DirectCloud().expectRefusal(404, "InvalidSecurityGroupId.NotFound", authorize, { ...group, ...icmp }, shop);
  });

  test("is the thousandth at most", () => {
    const cloud = new DirectCloud();
    const [rule] = rules(cloud);
    const many = Array.from({ length: 1000 }, (_, at) => ({ ...rule, id: `sgr-${at}`, priority: 1 + (at % 100) }));
    cloud.change("security-group", id, { rules: many });
    cloud.expectRefusal(403, "AuthorizationLimitExceed", authorize, { ...group, ...icmp });
  });
});

describe("taking rules away", () => {
  test("by id wants ids that are there", () => {
    const cloud = new DirectCloud();
    const [first, second] = rules(cloud);
    const ids = { "SecurityGroupRuleId.1": first?.id ?? "", "SecurityGroupRuleId.2": second?.id ?? "" };
    cloud.call(revoke, { ...group, ...ids });
    expect(rules(cloud)).toHaveLength(1);
    cloud.expectRefusal(404, "InvalidParam.SecurityGroupRuleId", revoke, { ...group, ...ids });
  });

  test("by permission takes what fits wholly, and nothing else is no error", () => {
    const cloud = new DirectCloud();
    cloud.call(authorize, { ...group, ...icmp });
    cloud.call(revoke, { ...group, ...listed(1, { ...icmp, Priority: "2" }) });
    expect(rules(cloud)).toHaveLength(4);
    cloud.call(revoke, { ...group, ...listed(1, icmp) });
    expect(rules(cloud)).toHaveLength(3);
  });
});
