import { describe, expect, it } from "vitest";
import { expectNothingSent, serveBadCloud } from "../../support/bad-cloud.ts";
import { exampleWith, openOffice } from "./office.ts";

interface Case {
  readonly what: string;
  readonly text: string;
  readonly says: readonly string[];
}

const GROUP = "    securityGroups: [sg-bp1hz0web4k7m2x9q3w1]\n";

const cases: readonly Case[] = [
  {
    what: "a VPC that is not there",
    text: exampleWith("id: vpc-bp1hz0prod4k7m2x9q3w1", "id: vpc-bp1nowhere00000000001"),
    says: ["There is no VPC vpc-bp1nowhere00000000001 in cn-hangzhou", "Correct vpcs.hangzhou in the network file"],
  },
  {
    what: "a VPC of another region",
    text: exampleWith("id: vpc-bp1hz0prod4k7m2x9q3w1", "id: vpc-rj9sv0prod8d5n1c6t2y4"),
    says: ["There is no VPC vpc-rj9sv0prod8d5n1c6t2y4 in cn-hangzhou"],
  },
  {
    what: "a security group that is not there",
    text: exampleWith("[sg-bp1hz0web4k7m2x9q3w1]", "[sg-bp1nowhere00000000001]"),
    says: [
      "There is no security group sg-bp1nowhere00000000001 in cn-hangzhou",
      "Say which: vpcs: {hangzhou: {securityGroups:",
    ],
  },
  {
    what: "a CEN that is not there",
    text: exampleWith("cen: { name: global }", "cen: { id: cen-nowhere000000000001 }"),
    says: ["The account has no CEN cen-nowhere000000000001", "Correct cen: {id: …}"],
  },
  {
    what: "a CCN that is not there",
    text: exampleWith("ccn: { area: mainland-china }", "ccn: { id: ccn-nowhere00000000001 }"),
    says: ["There is no CCN ccn-nowhere00000000001", "Correct ccn: {id: …}"],
  },
  {
    what: "a gateway that is not there",
    text: exampleWith("    gateway:\n", "    gateway:\n      id: sag-nowhere00000000001\n"),
    says: ["There is no gateway sag-nowhere00000000001 in mainland-china", "Correct branches.beijing.gateway.id"],
  },
  {
    what: "a bandwidth package that is not there",
    text: exampleWith("  china-america:\n", "  china-america:\n    id: cenbwp-nowhere00000000001\n"),
    says: ["There is no bandwidth package cenbwp-nowhere00000000001", "Correct packages.china-america.id"],
  },
];

describe.each(["plan", "apply"])("sagctl %s on a file that names", (command) => {
  it.each(cases)("$what stops with exit 7 and names the id", async ({ text, says }) => {
    const bad = await serveBadCloud();
    const office = openOffice({ text, url: bad.url });
    const { code, words } = await office.run(command, "--yes", "--approve-purchases");
    for (const one of says) expect(words).toContain(one);
    expect(code).toBe(7);
    expectNothingSent(bad);
    office.expectNothingLost();
  });

  it.each([
    ["an address that no instance has", "verify: [10.1.0.99]", "No instance in hangzhou has an address of verify"],
    ["nothing", "verify: []", "hangzhou names no security group, and no address in verify whose instance would tell"],
  ])("%s to find a security group by stops with exit 7, and says how to do without", async (_, verify, because) => {
    const bad = await serveBadCloud();
    const text = exampleWith(GROUP, "").replace("verify: [10.1.0.10]", verify);
    const office = openOffice({ text, url: bad.url });
    const { code, words } = await office.run(command, "--yes", "--approve-purchases");
    expect(words).toContain(because);
    expect(words).toContain("If nothing is to be opened there: vpcs: {hangzhou: {securityGroups: []}}");
    expect(code).toBe(7);
    expectNothingSent(bad);
  });

  it("a security group of another VPC stops with exit 7 and names both", async () => {
    const moveThere = (world: Parameters<NonNullable<Parameters<typeof serveBadCloud>[0]>["build"] & object>[0]) => {
      const group = world.find("security-group", "sg-bp1hz0web4k7m2x9q3w1");
      world.put("security-group", {
        ...group,
        id: "sg-bp1sandbox00000000001",
        uid: group?.uid ?? "",
        vpcId: "vpc-bp1sandbox3k8m1x5q7w2",
      });
    };
    const bad = await serveBadCloud({ build: moveThere });
    const text = exampleWith("[sg-bp1hz0web4k7m2x9q3w1]", "[sg-bp1sandbox00000000001]");
    const office = openOffice({ text, url: bad.url });
    const { code, words } = await office.run(command, "--yes", "--approve-purchases");
    expect(words).toContain(
      "Security group sg-bp1sandbox00000000001 belongs to vpc-bp1sandbox3k8m1x5q7w2, not to vpc-bp1hz0prod4k7m2x9q3w1 (hangzhou)",
    );
    expect(code).toBe(7);
    expectNothingSent(bad);
    office.expectNothingLost();
  });
});
