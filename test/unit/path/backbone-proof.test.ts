import { describe, expect, it } from "vitest";
import { provePair } from "../../../src/path/backbone-proof.ts";
import type { DescribedBackbone, DescribedVpc } from "../../../src/path/described-backbone.ts";
import { plain } from "../../../src/text.ts";
import {
  cenOfB,
  finishedB,
  local,
  PRIVATE,
  singapore,
  toAttachment,
  vpcOf,
  vpcRoute,
  vSwitchesOf,
  withCen,
  withRouter,
  withTable,
} from "./backbone-samples.ts";

const icmp = [{ protocol: "icmp" }] as const;

/** `no: what | mend`, or the one word. */
function line(backbone: DescribedBackbone, from: DescribedVpc = vpcOf(1), to: DescribedVpc = vpcOf(3)): string {
  const { reachable, firstBlock } = provePair(backbone, from, to, icmp);
  return firstBlock ? `${reachable}: ${plain(firstBlock.what)} | ${plain(firstBlock.mend)}` : reachable;
}

function withRoutes(number: 1 | 2 | 3, routes: readonly ReturnType<typeof vpcRoute>[]): DescribedVpc {
  const tables = (vpcOf(number).tables ?? []).map((table) => ({ ...table, routes }));
  return vpcOf(number, { tables });
}

describe("a pair of VPCs on one transit router", () => {
  it("is proven both ways when the tutorial is finished", () => {
    expect([line(finishedB), line(finishedB, vpcOf(3), vpcOf(1))]).toEqual(["proven", "proven"]);
  });

  it("needs both attachments, and says which is missing", () => {
    const attachments = cenOfB.attachments.filter((one) => one.vpcId !== "vpc-3");
    const without = withTable((routes) => routes.filter((one) => one.nextHopId !== "tr-attach-3"));
    const backbone = withCen({ attachments }, without);
    const missing = "no: The VPC vpc-3 of vpc3 is not attached to the CEN. | sagctl attach --only vpc3";
    expect([line(backbone), line(backbone, vpcOf(3), vpcOf(1))]).toEqual([missing, missing]);
  });

  it.each([1, 3] as const)("needs them ready, before anything behind them: attach%d", (number) => {
    const attachments = cenOfB.attachments.map((one) =>
      one.vpcId === `vpc-${number}` ? { ...one, status: "Attaching" } : one,
    );
    const closed = vpcOf(3, { groups: [{ id: "sg-3", rules: [] }] });
    expect(line(withCen({ attachments }), vpcOf(1), closed)).toBe(
      `no: The attachment attach${number} of vpc${number} is not ready (Attaching). | sagctl attach --only vpc${number}`,
    );
  });

  it.each([
    [[], "with no route table"],
    [[{ attachment: "tr-attach-1", table: "vtb-sin", status: "Associating" }], "not yet (Associating)"],
  ])("needs its attachment associated: %j", (own, how) => {
    const associations = [...singapore.associations.filter((one) => one.attachment !== "tr-attach-1"), ...own];
    expect(line(withRouter({ associations }))).toBe(
      `no: The attachment attach1 is associated ${how} on the transit router in ap-southeast-1, which drops what comes over it. | sagctl route-tables --only vpc1`,
    );
  });

  it("needs the other's blocks in the table it is associated with", () => {
    expect(line(withTable((routes) => routes.filter((one) => one.cidr !== "192.168.1.0/24")))).toBe(
      "no: Route table default in ap-southeast-1 knows no route to 192.168.1.0/24 of vpc3. | sagctl route-tables --only vpc3",
    );
  });
});

describe("the routes of a pair of VPCs", () => {
  it("needs the way back too: association and blocks of the one that asks", () => {
    const associations = singapore.associations.filter((one) => one.attachment !== "tr-attach-3");
    expect(line(withRouter({ associations }))).toContain("The attachment attach3 is associated with no route table");
    expect(line(withTable((routes) => routes.filter((one) => one.cidr !== "10.0.1.0/24")))).toBe(
      "no: Route table default in ap-southeast-1 knows no route to 10.0.1.0/24 of vpc1. | sagctl route-tables --only vpc1",
    );
  });

  it.each([
    [
      { status: "Rejected" },
      "Route table default in ap-southeast-1 does not use the route to 192.168.0.0/24 (Rejected)",
    ],
    [{ nextHopType: "BlackHole", nextHopId: "" }, "drops 192.168.0.0/24: its next hop is a black hole"],
    [{ nextHopId: "tr-attach-2" }, "sends 192.168.0.0/24 to attach2, not to vpc3 (192.168.0.0/24)"],
  ])("needs those routes to be used and to lead there: %j", (parts, words) => {
    const change = (route: ReturnType<typeof toAttachment>) =>
      route.cidr === "192.168.0.0/24" ? { ...route, ...parts } : route;
    expect(line(withTable((routes) => routes.map(change)))).toContain(words);
  });

  it("is stopped by a narrower route to somebody else, and not by a wider one", () => {
    const more = (cidr: string) =>
      withTable((routes) => [...routes, toAttachment(cidr, "tr-attach-2", { type: "Static" })]);
    expect(line(more("192.168.0.128/25"))).toContain("sends 192.168.0.128/25 to attach2, not to vpc3");
    expect(line(more("192.168.0.0/16"))).toBe("proven");
  });
});

describe("the VPCs' own tables", () => {
  it("must send the other's blocks to the attachment", () => {
    const without = withRoutes(1, vSwitchesOf(1).map(local));
    expect(line(finishedB, without)).toBe(
      "no: vpc1 has no route to 192.168.0.0/24 of vpc3. | sagctl vpc-routes --only vpc1",
    );
    expect(line(finishedB, vpcOf(3), without)).toBe(
      "no: vpc1 has no route to 192.168.0.0/24 of vpc3. | sagctl vpc-routes --only vpc1",
    );
  });

  it("are a person's to mend where the other VPC is outside the private blocks", () => {
    const local11 = withRoutes(3, [local("11.0.0.0/24")]);
    expect(line(finishedB, vpcOf(1), local11)).toBe(
      "no: vpc1 has no route to 11.0.0.0/24 of vpc3. | In the VPC console, add a route to 11.0.0.0/24 over the attachment of vpc1 to vtb-1: sagctl writes none to a VPC outside the private blocks",
    );
  });

  it("must not send them elsewhere", () => {
    const stray = withRoutes(1, [
      ...vSwitchesOf(1).map(local),
      vpcRoute("192.168.0.0/16", "i-fw", { nextHopType: "Instance" }),
    ]);
    expect(line(finishedB, stray)).toContain(
      "In vpc1, 192.168.0.0/16 leads to Instance i-fw, not to the transit router",
    );
  });

  it("need routes that are Available", () => {
    const pending = PRIVATE.map((cidr) => vpcRoute(cidr, "tr-attach-1", { status: "Pending" }));
    expect(line(finishedB, withRoutes(1, [...vSwitchesOf(1).map(local), ...pending]))).toContain("vpc1 has no route");
  });

  it("keep at home what a vSwitch of their own has", () => {
    const own = withRoutes(1, [local("192.168.0.0/24"), ...(vpcOf(1).tables?.[0]?.routes ?? [])]);
    expect(line(finishedB, own)).toContain("In vpc1, 192.168.0.0/24 is its own");
  });

  it("count by the vSwitch of the instance; where that is not known, each that has vSwitches does", () => {
    const bare = { id: "vtb-bare", isSystem: false, vSwitches: ["vsw-bare"], routes: vSwitchesOf(1).map(local) };
    const tables = [...(vpcOf(1).tables ?? []), bare];
    const { vSwitch: _, ...unplaced } = vpcOf(1, { tables });
    expect(line(finishedB, vpcOf(1, { tables }))).toBe("proven");
    expect(line(finishedB, vpcOf(1, { tables, vSwitch: "vsw-bare" }))).toContain(
      "vpc1 (route table vtb-bare) has no route",
    );
    expect(line(finishedB, unplaced)).toContain("vpc1 (route table vtb-bare) has no route");
  });
});

describe("the instance's security groups", () => {
  it("must let in all of the other VPC's vSwitches", () => {
    const [group] = vpcOf(3).groups ?? [];
    const rules = (group?.rules ?? []).map((rule) => ({ ...rule, source: rule.source.replace("/16", "/24") }));
    expect(line(finishedB, vpcOf(1), vpcOf(3, { groups: [{ id: "sg-3", rules }] }))).toBe(
      "no: No rule at vpc3 (sg-3) lets ICMP from 10.0.1.0/24 in. | sagctl security-group --only vpc3",
    );
  });
});

describe("what the keys at hand cannot read", () => {
  const far = () => {
    const { tables: _, groups: __, ...rest } = vpcOf(3);
    return rest;
  };

  it("is said, and never called proven", () => {
    const { reachable, unread } = provePair(finishedB, vpcOf(1), far(), icmp);
    expect([reachable, ...(unread ?? []).map(plain)]).toEqual([
      "unread",
      "the security groups of vpc3 (account shop)",
      "the routes of vpc3 (account shop)",
    ]);
  });

  it("does not hide what can be read: the router's half of the way back", () => {
    const associations = singapore.associations.filter((one) => one.attachment !== "tr-attach-3");
    expect(line(withRouter({ associations }), vpcOf(1), far())).toContain(
      "The attachment attach3 is associated with no",
    );
  });

  it("is the whole CEN for the other account, whose own table and groups still count", () => {
    const { cen: _, ...unseen } = finishedB;
    const { tables: __, groups: ___, ...vpc1 } = vpcOf(1);
    const { reachable, unread } = provePair(unseen, vpcOf(3), vpc1, icmp);
    expect([reachable, plain(unread?.[0] ?? { template: "", values: [] })]).toEqual([
      "unread",
      "the CEN and its transit routers (account hub)",
    ]);
    const without = withRoutes(3, vSwitchesOf(3).map(local));
    expect(line(unseen, without, vpc1)).toBe(
      "no: vpc3 has no route to 10.0.0.1 of vpc1. | sagctl vpc-routes --only vpc3",
    );
  });
});
