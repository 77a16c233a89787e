import { afterEach, describe, expect, it } from "vitest";
import { allowIngress, revokeIngress } from "../../src/api/ecs.ts";
import type { SecurityGroup } from "../../src/simulator/ecs/things.ts";
import { VPC1, VPC2, VPC3, type VpcOfThree } from "../../src/simulator/scenarios/put-three-vpcs.ts";
import type { Vpc } from "../../src/simulator/vpc/things.ts";
import type { World } from "../../src/simulator/world.ts";
import { createMemoryStore } from "../../src/state/memory-store.ts";
import { openRig, type Rig } from "../support/rig.ts";
import { doByHand } from "./by-hand.ts";
import { type EnterpriseRig, endOf, exampleBut, ofSteps, planned, writesIn } from "./enterprise.ts";
import { compareWithPlan } from "./planned-calls.ts";
import { Rigs } from "./rigs.ts";

const only = ofSteps("security-group");
const reachOfTwo = "reach:\n  vpc1: [vpc3]\n  vpc3: [vpc1]\n\nallow:";
const rigs = new Rigs();

afterEach(() => rigs.close());

function openB(options: EnterpriseRig = {}): Promise<Rig> {
  return rigs.at("tutorial-b", options);
}

const groupOf = ({ tail }: VpcOfThree) => `sg-${tail.replace("vpc", "ecs")}`;

/** Where pings are let in from. */
function pingsFrom({ cloud }: Rig, vpc: VpcOfThree): readonly string[] {
  const rules = cloud.world.find<SecurityGroup>("security-group", groupOf(vpc))?.rules ?? [];
  return rules.filter((rule) => /icmp/i.test(rule.ipProtocol)).map((rule) => rule.cidr ?? "");
}

function changeVpc(vpc: VpcOfThree, change: Partial<Vpc>) {
  const id = `vpc-${vpc.tail}`;
  return { build: (world: World) => void world.put("vpc", { ...world.find<Vpc>("vpc", id), ...change } as Vpc) };
}

describe("who is let in at a VPC", () => {
  it("is every other VPC, by one write a group", async () => {
    const rig = await openB();
    const ran = await rig.run({ only });
    expect(writesIn(ran)).toEqual(Array(3).fill("AuthorizeSecurityGroup"));
    expect(compareWithPlan(ran.plan, ran.sent)).toEqual({ plannedOnly: [], sentOnly: [] });
    expect(pingsFrom(rig, VPC1)).toEqual(["172.16.0.0/16", "192.168.0.0/16"]);
    expect(pingsFrom(rig, VPC2)).toEqual(["10.0.0.0/16", "192.168.0.0/16"]);
    expect(pingsFrom(rig, VPC3)).toEqual(["10.0.0.0/16", "172.16.0.0/16"]);
    expect((await rig.run({ only })).sent).toEqual([]);
    expect((await rig.run({ only, store: createMemoryStore() })).sent).toEqual([]);
  });

  it("is whom reach names", async () => {
    const rig = await openB({ text: exampleBut("tutorial-b", ["allow:", reachOfTwo]) });
    const ran = await rig.run({ only });
    expect([pingsFrom(rig, VPC1), pingsFrom(rig, VPC2), pingsFrom(rig, VPC3)]).toEqual([
      ["192.168.0.0/16"],
      [],
      ["10.0.0.0/16"],
    ]);
    expect(endOf(ran, "security-group/vpc2")).toEqual({ is: "not-needed", words: "nobody may reach vpc2" });
  });

  it("is a VPC with all its blocks, and with its private ones alone", async () => {
    const rig = await openB(changeVpc(VPC2, { secondaryCidrBlocks: ["10.99.0.0/16", "11.0.0.0/16"] }));
    const ran = await rig.run({ only });
    expect(pingsFrom(rig, VPC1)).toEqual(["172.16.0.0/16", "10.99.0.0/16", "192.168.0.0/16"]);
    expect(planned(ran, "security-group/vpc1").words).toContain("11.0.0.0/16 of vpc2 is outside the private blocks");
  });

  it("is nobody from a public block, which is said unless a rule of somebody's own lets it in", async () => {
    const rig = await openB(changeVpc(VPC2, { cidrBlock: "11.0.0.0/16" }));
    const key = "security-group/vpc1";
    const rules = [{ protocol: "icmp", ports: "-1/-1", source: "11.0.0.0/8", description: "" }] as const;
    const text = exampleBut("tutorial-b", ["allow:", "reach: { vpc2: [vpc1], vpc1: [vpc2] }\n\nallow:"]);
    const two = await rigs.goOn(rig, "tutorial-b", { text });
    const ran = await two.run({ only });
    expect(ran.sent.filter((call) => JSON.stringify(call.params).includes(groupOf(VPC1)))).toEqual([]);
    expect(planned(ran, key).words).toContain("only by a rule of your own");
    await doByHand(two, [allowIngress({ account: "hub", region: VPC1.region, id: groupOf(VPC1), rules })]);
    expect(planned(await two.run({ only }), key)).toEqual({ is: "done", words: "no private block may reach vpc1" });
  });

  it("is the branch alone in tutorial A, whose file says so", async () => {
    const rig = await rigs.keep(openRig({ scenario: "tutorial-a", wire: "none" }));
    const { sent } = await rig.run({ only });
    expect(sent.map((call) => JSON.stringify(call.params).match(/SourceCidrIp":"[^"]*/g))).toEqual(
      Array(2).fill(['SourceCidrIp":"172.16.0.0/12']),
    );
  });
});

describe("afterwards", () => {
  it("a rule that somebody removes is made again", async () => {
    const rig = await openB();
    await rig.run({ only });
    const rules = rig.cloud.world.find<SecurityGroup>("security-group", groupOf(VPC1))?.rules ?? [];
    const of = { account: "hub", region: VPC1.region, id: groupOf(VPC1) };
    await doByHand(rig, [revokeIngress({ ...of, ruleIds: rules.slice(-1).map((rule) => rule.id) })]);
    expect(pingsFrom(rig, VPC1)).toEqual(["172.16.0.0/16"]);
    expect(writesIn(await rig.run({ only }))).toEqual(["AuthorizeSecurityGroup"]);
    expect(pingsFrom(rig, VPC1)).toEqual(["172.16.0.0/16", "192.168.0.0/16"]);
  });

  it("undo removes sagctl's rules, known by their mark, and leaves what was there", async () => {
    const rig = await openB();
    const before = rig.cloud.world.find<SecurityGroup>("security-group", groupOf(VPC3))?.rules;
    await rig.run({ only });
    const ran = await rig.run({ way: "undo", only, store: createMemoryStore() });
    expect(writesIn(ran)).toEqual(Array(3).fill("RevokeSecurityGroup"));
    expect(rig.cloud.world.find<SecurityGroup>("security-group", groupOf(VPC3))?.rules).toEqual(before);
  });
});
