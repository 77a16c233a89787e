import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { BAD_CLOUD, type BadCloud, expectNothingSent, serveBadCloud } from "../../support/bad-cloud.ts";
import { createTestHost, newFolder, runCli } from "../../support/host.ts";
import { exampleWith, type Office, openOffice } from "./office.ts";

const CONSENTS = ["--yes", "--approve-purchases"];
const isRoot = process.getuid?.() === 0;

interface Case {
  readonly what: string;
  readonly change: (diary: string) => string;
  readonly says: readonly string[];
}

const cases: readonly Case[] = [
  {
    what: "of another network",
    change: (diary) => diary.replace(`"beijing-office"`, `"shanghai-office"`),
    says: ["state.json is the diary of network shanghai-office, not of beijing-office", "--state FOLDER"],
  },
  {
    what: "of the real cloud",
    change: (diary) => diary.replace(`"${BAD_CLOUD}"`, `"real"`),
    says: [`state.json is a diary of the real cloud, not of the simulated cloud ${BAD_CLOUD}`, "--state FOLDER"],
  },
  {
    what: "of a newer sagctl",
    change: (diary) => diary.replace(`"version": 1`, `"version": 99`),
    says: ["state.json was written by a newer sagctl (version 99 of the diary)", "Update sagctl"],
  },
  {
    what: "that is cut off",
    change: (diary) => diary.slice(0, 40),
    says: ["state.json is damaged: it is no JSON", "move it away"],
  },
  {
    what: "that somebody edited",
    change: (diary) => diary.replace(`"settled"`, `"perhaps"`),
    says: ["state.json is damaged: it has not the form of a diary", "move it away"],
  },
];

async function openWithDiary(
  change: (diary: string) => string,
): Promise<{ bad: BadCloud; office: Office; path: string }> {
  const bad = await serveBadCloud();
  const office = openOffice({ url: bad.url });
  const path = join(office.folder, "diary/state.json");
  writeFileSync(path, change(readFileSync(path, "utf8")));
  return { bad, office, path };
}

describe.each(["plan", "apply", "status", "verify", "undo"])("sagctl %s on a diary", (command) => {
  it.each(cases)("$what exits 8, says what to do, and leaves it as it is", async ({ change, says }) => {
    const { bad, office, path } = await openWithDiary(change);
    const before = readFileSync(path, "utf8");
    const { code, words } = await office.run(command, ...CONSENTS);
    for (const one of says) expect(words).toContain(one);
    expect(code).toBe(8);
    expectNothingSent(bad);
    expect(readFileSync(path, "utf8")).toBe(before);
  });
});

describe("a diary in use", () => {
  it("is named with who holds it, exit 8, and nothing is sent", async () => {
    const bad = await serveBadCloud();
    bad.cloud.faults.add({ id: "slow", when: { action: "CreateSmartAccessGateway" }, what: "hold-answer" });
    const office = openOffice({ url: bad.url });
    const first = office.run("apply", ...CONSENTS);
    await expect.poll(() => bad.cloud.faults.held(), { timeout: 30_000 }).toBe(1);
    const { code, words } = await office.run("apply", ...CONSENTS);
    expect(words).toMatch(/state\.json is in use: pid \d+ on host test-host: sagctl apply/);
    expect(words).toContain("Wait until it has ended, then run the same command again.");
    expect(code).toBe(8);
    bad.cloud.faults.release("slow");
    expect(await first).toMatchObject({ code: 0 });
    expect(bad.cloud.ledger()).toHaveLength(2);
  });
});

describe("a folder that cannot be written to", () => {
  it("because a file stands where the diary's folder should be: exit 8 before anything is sent", async () => {
    const bad = await serveBadCloud();
    const office = openOffice({ url: bad.url });
    rmSync(join(office.folder, "diary"), { recursive: true });
    writeFileSync(join(office.folder, "diary"), "in the way\n");
    const { code, words } = await office.run("apply", ...CONSENTS);
    expect(words).toContain("cannot be read and written: a file stands where a folder is needed");
    expect(words).toContain("--state FOLDER");
    expect(code).toBe(8);
    expectNothingSent(bad);
    expect(readFileSync(join(office.folder, "diary"), "utf8")).toBe("in the way\n");
  });

  it("because a file stands where a simulated world should be kept: exit 8, and the file is still there", async () => {
    const cwd = newFolder();
    writeFileSync(join(cwd, "sagctl.yaml"), exampleWith("", ""));
    writeFileSync(join(cwd, ".sagctl"), "in the way\n");
    const { code, stderr } = await runCli(["apply", "--simulate", ...CONSENTS], createTestHost({ cwd }));
    expect(stderr.replace(/\s+/g, " ")).toMatch(
      /The simulated cloud cannot be kept in .*ENOTDIR.*Run sagctl in a folder that you may write in/,
    );
    expect(code).toBe(8);
    expect(readFileSync(join(cwd, ".sagctl"), "utf8")).toBe("in the way\n");
  });

  it.skipIf(isRoot)(
    "because it is read-only (skipped for root, who may write anywhere): exit 8, nothing sent",
    async () => {
      const bad = await serveBadCloud();
      const office = openOffice({ url: bad.url });
      chmodSync(join(office.folder, "diary"), 0o500);
      const { code, words } = await office.run("apply", ...CONSENTS);
      chmodSync(join(office.folder, "diary"), 0o700);
      expect(words).toContain("cannot be read and written: permission denied");
      expect(code).toBe(8);
      expectNothingSent(bad);
      office.expectNothingLost();
    },
  );

  it("does not keep plan from looking where no diary is", async () => {
    const bad = await serveBadCloud();
    const office = openOffice({ url: bad.url });
    rmSync(join(office.folder, "diary"), { recursive: true });
    expect(await office.run("plan")).toMatchObject({ code: 0 });
    expect(existsSync(join(office.folder, "diary"))).toBe(false);
  });
});

describe("a simulated world", () => {
  it("that is damaged exits 8, names the file, and is left as it is until it is reset", async () => {
    const cwd = newFolder();
    const world = join(cwd, ".sagctl/simulated/tutorial-a/world.json");
    mkdirSync(join(cwd, ".sagctl/simulated/tutorial-a"), { recursive: true });
    writeFileSync(world, `{"version":1,`);
    const host = createTestHost({ cwd });
    const { code, stderr } = await runCli(["simulate", "ledger"], host);
    expect(stderr.replace(/\s+/g, " ")).toMatch(/world\.json.*sagctl simulate reset/);
    expect(code).toBe(8);
    expect(readFileSync(world, "utf8")).toBe(`{"version":1,`);
    expect((await runCli(["simulate", "reset"], host)).code).toBe(0);
  });
});
