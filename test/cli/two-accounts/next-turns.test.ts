import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { SecurityGroup } from "../../../src/simulator/ecs/things.ts";
import { VPC1, VPC2, VPC3 } from "../../../src/simulator/scenarios/put-three-vpcs.ts";
import { tutorialB } from "../../../src/simulator/scenarios/tutorial-b.ts";
import type { RouteEntry } from "../../../src/simulator/vpc/things.ts";
import { ALL_PAIRS, reachingPairs } from "../../simulator/data-plane/three-vpcs.ts";
import { exampleBut } from "../../steps/enterprise.ts";
import { itemOf, lineFor } from "../../support/told-lines.ts";
import { openSharedCloud, type SharedCloud } from "../../support/two-operators.ts";

const consents = ["--yes", "--approve-purchases", "--json"];

let shared: SharedCloud;
beforeEach(async () => {
  shared = await openSharedCloud(tutorialB);
});
afterEach(() => shared.close());

const routesOf3 = () =>
  shared.cloud.world.all<RouteEntry>("route-entry").filter((one) => one.routeTableId === `vtb-${VPC3.tail}`);
const pingsInto = (tail: string) =>
  (shared.cloud.world.find<SecurityGroup>("security-group", `sg-${tail.replace("vpc", "ecs")}`)?.rules ?? [])
    .filter((rule) => rule.ipProtocol === "ICMP")
    .map((rule) => rule.cidr ?? "");
const id = (vpc: { readonly tail: string }) => `    id: vpc-${vpc.tail}\n`;

const write = ({ folder }: { readonly folder: string }, ...changes: readonly (readonly [string, string])[]) =>
  writeFileSync(join(folder, "sagctl.yaml"), exampleBut("tutorial-b", ...changes));
const withoutCidrs = [VPC1, VPC2, VPC3].map((vpc) => [`    cidrs: [${vpc.net}.0.0/16]\n`, ""] as const);

describe("two operators, neither with the other's key", () => {
  it("take turns by the lines that they are told, until pings prove what A cannot read", async () => {
    const hub = shared.operator("hub");
    const shop = shared.operator("shop", false);
    const first = await hub.run("apply", ...consents, "--allow-probes");
    expect(first.code).toBe(6);
    expect((await shop.run(...lineFor(first, "grant/vpc3"), "--yes")).code).toBe(0);
    const second = await hub.run("apply", ...consents, "--allow-probes");
    expect([second.code, itemOf(second, "ping/vpc1/vpc3/192.168.0.1").end.is]).toEqual([6, "failed"]);
    expect(routesOf3()).toEqual([]);
    const [before, others] = [shared.cloud.calls().length, shared.callsOfOthers("shop").length];
    expect((await shop.run(...lineFor(second, "vpc-routes/vpc3"), "--yes")).code).toBe(0);
    expect((await shop.run(...lineFor(second, "security-group/vpc3"), "--yes")).code).toBe(0);
    expect(shared.writesSince(before)).toEqual([...Array(3).fill("CreateRouteEntry"), "AuthorizeSecurityGroup"]);
    expect(shared.callsOfOthers("shop")).toHaveLength(others);
    expect(reachingPairs(shared.cloud.world)).toEqual(ALL_PAIRS);
    expect((await hub.run("apply", ...consents)).code).toBe(6);
    const last = await hub.run("apply", ...consents, "--allow-probes");
    expect([last.code, itemOf(last, "vpc-routes/vpc3").end]).toMatchObject([0, { is: "blocked", unseen: true }]);
  });

  it("read what is to be done there, and once it is proven are asked for nothing more", async () => {
    const [hub, shop] = [shared.operator("hub"), shared.operator("shop")];
    await shop.run("grant", "--yes");
    const said = await hub.run("apply", "--yes", "--approve-purchases", "--allow-probes");
    expect(said.stdout).toContain("sagctl vpc-routes");
    expect(said.stdout).not.toContain("Mend it:");
    const [attachment = ""] = /tr-attach-\w+$/m.exec(said.stdout.split("--to-attachment")[1] ?? "") ?? [];
    write(shop, [id(VPC3), `${id(VPC3)}    attachment: ${attachment}\n`]);
    const theirs = await shop.run("apply", "--yes", "--allow-probes");
    expect([theirs.code, theirs.stdout]).toEqual([0, expect.stringContaining("vpc3 to vpc1 10.0.0.1  2 ms")]);
    const { code, stdout } = await hub.run("apply", "--yes", "--allow-probes");
    expect([code, stdout]).toEqual([
      0,
      expect.stringMatching(/proven by the\s+pings: VPC routes set · Security groups/),
    ]);
    expect(stdout).not.toContain("Then run again");
    expect((await hub.run("verify", "--allow-probes")).code).toBe(6);
  });

  it("are each told what cannot be read with their key, and nothing is guessed", async () => {
    const hub = shared.operator("hub");
    write(hub, ...withoutCidrs);
    const first = await hub.run("apply", ...consents);
    expect(itemOf(first, "security-group/vpc1").end).toMatchObject({
      is: "blocked",
      who: "account",
      on: { text: "not readable from here: the addresses of vpc3, which vpc1 is to let in" },
    });
    expect(itemOf(first, "security-group/vpc3").end.on?.text).toBe(
      "not readable from here: the security groups of vpc3",
    );
    expect([pingsInto(VPC1.tail), pingsInto(VPC2.tail)]).toEqual([["172.16.0.0/16"], ["10.0.0.0/16"]]);
  });
});

describe("a network file that both have", () => {
  it("tells each the addresses of the other's VPCs", async () => {
    const [hub, shop] = [shared.operator("hub"), shared.operator("shop")];
    expect(itemOf(await hub.run("apply", ...consents), "security-group/vpc1").end.is).toBe("done");
    expect((await shop.run("security-group", "--only", "vpc3", "--yes")).code).toBe(0);
    expect([VPC1, VPC2, VPC3].map((vpc) => pingsInto(vpc.tail))).toEqual([
      ["172.16.0.0/16", "192.168.0.0/16"],
      ["10.0.0.0/16", "192.168.0.0/16"],
      ["10.0.0.0/16", "172.16.0.0/16"],
    ]);
  });

  it("needs only the attachment's id more, by flag or as a line of it", async () => {
    const [hub, shop] = [shared.operator("hub"), shared.operator("shop")];
    await shop.run("grant", "--yes");
    const line = lineFor(await hub.run("apply", ...consents), "vpc-routes/vpc3");
    const attachment = line[line.indexOf("--to-attachment") + 1] ?? "";
    const before = shared.cloud.calls().length;
    expect((await shop.run("vpc-routes", "--only", "vpc3", "--to-attachment", attachment, "--yes")).code).toBe(0);
    write(shop, [id(VPC3), `${id(VPC3)}    attachment: ${attachment}\n`]);
    expect((await shop.run("vpc-routes", "--only", "vpc3", "--yes")).code).toBe(0);
    expect(shared.writesSince(before)).toEqual(Array(3).fill("CreateRouteEntry"));
    expect(routesOf3().map((one) => one.nextHopId)).toEqual(Array(3).fill(attachment));
  });
});

describe("a network file without the attachment's id", () => {
  it("leaves the routes to a later turn, and says what is missing", async () => {
    const shop = shared.operator("shop");
    const result = await shop.run("vpc-routes", "--only", "vpc3", "--yes", "--json");
    expect([result.code, routesOf3()]).toEqual([6, []]);
    const { on, is } = itemOf(result, "vpc-routes/vpc3").end;
    expect([is, on?.text]).toEqual([
      "blocked",
      "the attachment of vpc3, whose id only account hub can tell, for 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16",
    ]);
  });

  it("calls no route to an attachment wrong: a ping through it proves it", async () => {
    const [hub, shop] = [shared.operator("hub"), shared.operator("shop")];
    await shop.run("grant", "--yes");
    const told = await hub.run("apply", ...consents);
    for (const key of ["vpc-routes/vpc3", "security-group/vpc3"]) await shop.run(...lineFor(told, key), "--yes");
    const before = shared.cloud.calls().length;
    const alone = await shop.run("vpc-routes", "--only", "vpc3", "--yes", "--json");
    expect([alone.code, itemOf(alone, "vpc-routes/vpc3").end]).toMatchObject([6, { is: "blocked", unseen: true }]);
    expect((await shop.run("apply", "--yes", "--allow-probes")).code).toBe(0);
    expect(shared.writesSince(before).filter((action) => action !== "RunCommand")).toEqual([]);
  });

  it("finds a route to something else in the way all the same", async () => {
    const shop = shared.operator("shop");
    const { world } = shared.cloud;
    const [other] = world.all<RouteEntry>("route-entry");
    const lead = { nextHopType: "Instance", nextHopId: "i-1", destinationCidrBlock: "10.0.0.0/8" };
    world.put("route-entry", { ...other, ...lead, id: "rte-1", uid: VPC3.uid, routeTableId: `vtb-${VPC3.tail}` });
    const { code, stdout } = await shop.run("vpc-routes", "--only", "vpc3", "--yes");
    expect([code, stdout.replace(/\s+/g, " ")]).toEqual([7, expect.stringContaining("10.0.0.0/8 to Instance")]);
  });
});
