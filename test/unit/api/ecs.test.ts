import { expect, test } from "vitest";
import { allowIngress, listInstances, readSecurityGroup } from "../../../src/api/ecs.ts";

const region = { account: "hub", region: "us-west-1" };

test("all rules of a group go in one call, each for the intranet and with a textual priority", () => {
  const icmp = { protocol: "icmp", ports: "-1/-1", source: "172.16.0.0/12" } as const;
  const https = { protocol: "tcp", ports: "443/443", source: "172.16.0.0/12", description: "beijing" } as const;
  const { Permissions } = allowIngress({ ...region, id: "sg-1", rules: [icmp, https] }).call.params;
  expect(Permissions).toHaveLength(2);
  expect(Permissions).toMatchObject([
    { IpProtocol: "icmp", NicType: "intranet", Priority: "1", Policy: "accept" },
    { Description: "beijing" },
  ]);
});

test("only inbound rules are taken, priorities as numbers, over all pages", () => {
  const rule = {
    IpProtocol: "ICMP",
    Policy: "Drop",
    Priority: "5",
    Direction: "ingress",
    SecurityGroupRuleId: "sgr-1",
  };
  const group = readSecurityGroup({ ...region, id: "sg-1" }).take([
    { SecurityGroupId: "sg-1", VpcId: "vpc-1", Permissions: { Permission: [rule, { ...rule, Direction: "egress" }] } },
    { SecurityGroupId: "sg-1", Permissions: { Permission: [{ ...rule, SecurityGroupRuleId: "sgr-2" }] } },
  ]);
  expect(group?.rules.map((one) => one.id)).toEqual(["sgr-1", "sgr-2"]);
  expect(group?.rules[0]).toMatchObject({ protocol: "ICMP", policy: "Drop", priority: 5 });
});

test("an instance's private address lies in its VPC attributes", () => {
  const instance = {
    InstanceId: "i-1",
    SecurityGroupIds: { SecurityGroupId: ["sg-1", "sg-2"] },
    VpcAttributes: { VpcId: "vpc-1", PrivateIpAddress: { IpAddress: ["10.0.0.10"] } },
  };
  const [seen] = listInstances(region).take([{ Instances: { Instance: [instance] } }]);
  expect(seen).toMatchObject({ vpc: "vpc-1", addresses: ["10.0.0.10"], securityGroups: ["sg-1", "sg-2"] });
});

test("pages follow the token until it is empty", () => {
  const { next } = listInstances(region);
  expect(next?.({ NextToken: "more" })?.params).toMatchObject({ NextToken: "more", MaxResults: 100 });
  expect(next?.({ NextToken: "" })).toBeUndefined();
});
