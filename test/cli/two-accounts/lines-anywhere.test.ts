import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import type { SecurityGroup } from "../../../src/simulator/ecs/things.ts";
import { VPC3 } from "../../../src/simulator/scenarios/put-three-vpcs.ts";
import { tutorialB } from "../../../src/simulator/scenarios/tutorial-b.ts";
import type { RouteEntry } from "../../../src/simulator/vpc/things.ts";
import { exampleBut } from "../../steps/enterprise.ts";
import { lineFor } from "../../support/told-lines.ts";
import { openSharedCloud } from "../../support/two-operators.ts";

const consents = ["--yes", "--approve-purchases", "--json"];

/** Account B types the lines that A was told, in a folder with this network file; how its commands end, and the marks that they leave. */
async function typedBeside(file: string | undefined) {
  const shared = await openSharedCloud(tutorialB);
  onTestFinished(() => shared.close());
  const [hub, shop] = [shared.operator("hub"), shared.operator("shop", false)];
  if (file !== undefined) writeFileSync(join(shop.folder, "sagctl.yaml"), file);
  const type = async (line: readonly string[]) => {
    const { code, stdout } = await shop.run(...line, "--yes");
    // What it needs is A's to see to, and has been seen to.
    expect(stdout).not.toMatch(/Not yet|comes first|First, in|Then run again/);
    return code;
  };
  const granted = await type(lineFor(await hub.run("apply", ...consents), "grant/vpc3"));
  const next = await hub.run("apply", ...consents);
  const routed = await type(lineFor(next, "vpc-routes/vpc3"));
  const opened = await type(lineFor(next, "security-group/vpc3"));
  const routes = shared.cloud.world.all<RouteEntry>("route-entry").filter((one) => one.routeTableId.includes("vpc3"));
  return { codes: [granted, routed, opened], marks: [...new Set(routes.map((one) => one.description))] };
}

/** What is let in at VPC3 once account B, with nothing but its key, has typed the line that A is told for this network file. */
async function openedBy(...changes: readonly (readonly [string, string])[]) {
  const shared = await openSharedCloud(tutorialB);
  onTestFinished(() => shared.close());
  const hub = shared.operator("hub");
  writeFileSync(join(hub.folder, "sagctl.yaml"), exampleBut("tutorial-b", ...changes));
  const line = lineFor(await hub.run("apply", ...consents), "security-group/vpc3");
  const { code } = await shared.operator("shop", false).run(...line, "--yes");
  const group = shared.cloud.world.find<SecurityGroup>("security-group", `sg-${VPC3.tail.replace("vpc", "ecs")}`);
  const rules = (group?.rules ?? []).map(({ ipProtocol, portRange, cidr }) => `${ipProtocol} ${portRange} ${cidr}`);
  return { line, code, rules };
}

describe("the line for account B's security group", () => {
  it("says all that is let in", async () => {
    const { code, rules } = await openedBy(["allow: [icmp]", "allow: [icmp, tcp/8443, udp/5000-5010]"]);
    const wanted = ["ICMP -1/-1", "TCP 8443/8443", "UDP 5000/5010"];
    expect(code).toBe(0);
    expect(rules).toEqual(
      expect.arrayContaining(wanted.flatMap((what) => [`${what} 10.0.0.0/16`, `${what} 172.16.0.0/16`])),
    );
  });

  it("names no group where the file names none: the instance to ping tells it", async () => {
    const { line, code, rules } = await openedBy([`    securityGroups: [sg-${VPC3.tail.replace("vpc", "ecs")}]\n`, ""]);
    expect(line.join(" ")).toContain("--verify 192.168.0.1");
    expect(line.join(" ")).not.toContain("sg-");
    expect([code, rules]).toEqual([0, expect.arrayContaining(["ICMP -1/-1 10.0.0.0/16"])]);
  });

  it("is not there where no group is to be opened", async () => {
    const { line } = await openedBy([`securityGroups: [sg-${VPC3.tail.replace("vpc", "ecs")}]`, "securityGroups: []"]);
    expect(line).toEqual([]);
  });
});

describe("the lines that account B is given", () => {
  const office = "network: office\naccounts: { own: { uid: '2000000000000002' } }\n";

  it("work wherever they are typed: without a file, beside the same one, beside one of another network", async () => {
    for (const file of [undefined, exampleBut("tutorial-b"), office]) {
      expect((await typedBeside(file)).codes, file?.slice(0, 99)).toEqual([0, 0, 0]);
    }
  });

  it("leave the marks that the network file gives", async () => {
    const { marks } = await typedBeside(undefined);
    const shared = await openSharedCloud(tutorialB);
    onTestFinished(() => shared.close());
    const [hub, shop] = [shared.operator("hub"), shared.operator("shop")];
    await shop.run("grant", "--yes");
    const line = lineFor(await hub.run("apply", ...consents), "vpc-routes/vpc3");
    const attachment = line[line.indexOf("--to-attachment") + 1] ?? "";
    await shop.run("vpc-routes", "--only", "vpc3", "--to-attachment", attachment, "--yes");
    const routes = shared.cloud.world.all<RouteEntry>("route-entry").filter((one) => one.routeTableId.includes("vpc3"));
    expect([...new Set(routes.map((one) => one.description))]).toEqual(marks);
    expect(marks).toEqual([expect.stringMatching(/^sagctl-[0-9a-f]{12}-g1$/)]);
  });
});
