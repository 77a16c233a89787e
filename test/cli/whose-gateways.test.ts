import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import type { Ccn, Gateway } from "../../src/simulator/smartag/things.ts";
import { type BadCloud, serveBadCloud, writesIn } from "../support/bad-cloud.ts";
import { createTestHost, newFolder, runCli } from "../support/host.ts";
import { openRig } from "../support/rig.ts";
import { exampleFile, worldIn } from "../support/worlds.ts";
import { exampleWith, type Office, openOffice } from "./bad-input/office.ts";
import { putGateway } from "./bad-input/strange-worlds.ts";

const CONSENTS = ["--yes", "--approve-purchases"] as const;

/** The office's own gateway on the CCN, which is not on the CEN yet. */
async function boundToCcn(bad: BadCloud): Promise<Office> {
  const office = openOffice({ url: bad.url });
  for (const step of ["purchase", "connect", "activate", "static-routes", "ccn-bind"]) {
    expect((await office.run(step, ...CONSENTS)).code, step).toBe(0);
  }
  return office;
}

function renameInConsole(bad: BadCloud): void {
  const [gateway] = bad.cloud.world.all<Gateway>("gateway");
  bad.cloud.world.put("gateway", { ...gateway, name: "bj-office-2nd-floor" } as Gateway);
}

describe("cen-bind tells the network's own gateway from those of others", () => {
  test.each(["kept", "lost"])("when it was renamed in the console and the diary is %s", async (diary) => {
    const bad = await serveBadCloud();
    const office = await boundToCcn(bad);
    renameInConsole(bad);
    if (diary === "lost") office.loseDiary();
    expect((await office.run("cen-bind", "--yes")).code).toBe(0);
    expect(writesIn(bad).at(-1)).toBe("AttachCenChildInstance");
  });

  test("by --gateway-id, when neither name nor mark nor diary tells", async () => {
    const bad = await serveBadCloud({ build: (world) => putGateway(world, { cidrs: ["192.168.7.0/24"] }) });
    const alone = ["cen-bind", "--name", "beijing", "--cen-name", "global", `--simulate=${bad.url}`, "--yes"];
    const host = createTestHost();
    const { code, stdout } = await runCli(alone, host);
    expect(stdout.replace(/\s+/g, " ")).toContain("1 other gateways on it get access too");
    expect(code).toBe(7);
    expect((await runCli([...alone, "--gateway-id", "sag-other0office1k7m2"], host)).code).toBe(0);
  });
});

test("undo leaves a CCN that sagctl made, while a gateway of others is on it", async () => {
  const rig = await openRig({ scenario: "tutorial-a-empty" });
  onTestFinished(() => rig.close());
  await rig.run();
  const { world } = rig.cloud;
  const [ccn] = world.all<Ccn>("ccn");
  putGateway(world, { cidrs: ["192.168.7.0/24"], ccnId: ccn?.id ?? "" });
  const { ends, sent } = await rig.run({ way: "undo" });
  expect(ends.get("ccn/mainland-china")?.is).toBe("stays");
  expect(sent.map((call) => call.action)).toContain("UnbindSmartAccessGateway");
  expect(sent.map((call) => call.action)).not.toContain("DeleteCloudConnectNetwork");
});

describe("a gateway that somebody bought in the console", () => {
  const line = "    gateway: { id: sag-h4lfd0ne7k2m9x4q1w }\n";
  const example = readFileSync(exampleFile("tutorial-a-half-done"), "utf8");

  test.each(["plan", "apply --yes --approve-purchases"])(
    "stops %s, with exit 7 and its id, where the example file does not name it: nothing is bought beside it",
    async (command) => {
      const cwd = newFolder();
      expect(example).toContain(line);
      writeFileSync(join(cwd, "sagctl.yaml"), example.replace(line, ""));
      const { code, stdout } = await runCli([...command.split(" "), "--simulate"], createTestHost({ cwd }));
      expect(code).toBe(7);
      expect(stdout.replace(/\s+/g, " ")).toContain("To use it: gateway: {id: sag-h4lfd0ne7k2m9x4q1w}");
      expect(worldIn(cwd, "tutorial-a-half-done").calls.filter((call) => call.kind === "write")).toEqual([]);
    },
  );
});

test("status of a file that says nothing of a gateway asks for nothing that a purchase would need: it is what is missing", async () => {
  const bad = await serveBadCloud();
  const gateway = /\n {4}gateway:\n( {6}.*\n)+/.exec(exampleWith("gateway:", "gateway:"))?.[0] ?? "";
  const office = openOffice({ url: bad.url, text: exampleWith(gateway, "\n") });
  const { code, words } = await office.run("status");
  expect(words).toContain(
    "To buy the gateway of beijing, its model, deployment, bandwidthMbps, months, shipTo must be said",
  );
  expect(code).toBe(0);
  expect((await office.run("apply", "--yes")).code).toBe(2);
});
