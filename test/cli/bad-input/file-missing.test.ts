import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createTestHost, newFolder, runCli } from "../../support/host.ts";
import { openOffice } from "./office.ts";

const commands = ["plan", "apply", "status", "verify", "undo"];

describe.each(commands)("sagctl %s", (command) => {
  it("says which file is not there and how to make one", async () => {
    const { code, stdout, stderr } = await runCli([command, "--simulate", "-f", "nowhere.yaml"]);
    expect(stderr.replace(/\s+/g, " ")).toMatch(
      /there is no \S*nowhere\.yaml Try this: sagctl init > \S*nowhere\.yaml sagctl setup/,
    );
    expect(stdout).toBe("");
    expect(code).toBe(2);
  });

  it("says that of sagctl.yaml where no file is named", async () => {
    const { code, stderr } = await runCli([command, "--simulate"]);
    expect(stderr).toMatch(/there is no \S*sagctl\.yaml/);
    expect(code).toBe(2);
  });
});

describe("a network file", () => {
  it("that is a folder is named, with the system's word for it", async () => {
    const cwd = newFolder();
    mkdirSync(join(cwd, "sagctl.yaml"));
    const { code, stderr } = await runCli(["plan", "--simulate"], createTestHost({ cwd }));
    expect(stderr).toMatch(/sagctl\.yaml cannot be read: EISDIR/);
    expect(code).toBe(2);
  });

  it("that is empty is told where an example comes from", async () => {
    const { code, words } = await openOffice({ text: "" }).run("plan", "--simulate");
    expect(words).toContain("sagctl.yaml:1:1: the file is empty; sagctl init prints an example");
    expect(code).toBe(2);
  });

  it("that is one word is no list of keys and values", async () => {
    const { code, words } = await openOffice({ text: "beijing\n" }).run("plan", "--simulate");
    expect(words).toContain("sagctl.yaml:1:1: a network file is keys with values");
    expect(code).toBe(2);
  });

  it("is read again once it is mended: nothing remembers the bad one", async () => {
    const office = openOffice();
    rmSync(join(office.folder, "sagctl.yaml"));
    expect((await office.run("plan", "--simulate")).code).toBe(2);
    writeFileSync(join(office.folder, "sagctl.yaml"), office.text);
    expect((await office.run("plan", "--simulate")).code).toBe(0);
  });
});
