import { PassThrough } from "node:stream";
import { describe, expect, it } from "vitest";
import { expectNothingSent, serveBadCloud } from "../../support/bad-cloud.ts";
import { createTestHost, newFolder, runCli } from "../../support/host.ts";
import { openOffice } from "./office.ts";

describe("with nobody to ask", () => {
  const streams = {
    closed: () => createTestHost().stdin,
    "open, but silent": () => new PassThrough(),
  };

  it.each(Object.entries(streams))(
    "and stdin %s, apply names the flag, exits 2 and sends nothing",
    async (_, stdin) => {
      const bad = await serveBadCloud();
      const host = { ...createTestHost({ cwd: openOffice().folder }), stdin: stdin() };
      const { code, stderr } = await runCli(["apply", `--simulate=${bad.url}`], host);
      expect(stderr).toContain("Missing value: --yes");
      expect(code).toBe(2);
      expectNothingSent(bad);
    },
  );

  it.each(Object.entries(streams))(
    "and stdin %s, a purchase is consented to by nobody: exit 7 names the flag",
    async (_, stdin) => {
      const bad = await serveBadCloud();
      const host = { ...createTestHost({ cwd: openOffice().folder }), stdin: stdin() };
      const { code, stderr } = await runCli(["apply", "--yes", `--simulate=${bad.url}`], host);
      const words = stderr.replace(/\s+/g, " ");
      expect(words).toContain("Nothing has been sent: there is nobody to ask for consent to: buy SAG-100WM");
      expect(words).toContain("Give it on the command line: --approve-purchases");
      expect(code).toBe(7);
      expectNothingSent(bad);
    },
  );

  it.each(Object.entries(streams))(
    "and stdin %s, the wizard names the flag that answers its first question, exits 2",
    async (_, stdin) => {
      const bad = await serveBadCloud();
      const host = { ...createTestHost({ cwd: newFolder() }), stdin: stdin() };
      const { code, stderr } = await runCli(["setup", `--simulate=${bad.url}`], host);
      expect(stderr).toMatch(/Missing value: --[a-z-]+\. There is no terminal to ask at\./);
      expect(code).toBe(2);
      expectNothingSent(bad);
    },
  );
});
