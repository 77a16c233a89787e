import { describe, expect, it } from "vitest";
import { serveBadCloud } from "../../support/bad-cloud.ts";
import { openOffice } from "./office.ts";

async function officeWith(env: Readonly<Record<string, string>>) {
  const bad = await serveBadCloud();
  return { bad, office: openOffice({ url: bad.url, host: { env } }) };
}

const takes = "it takes 1, true, yes, on for yes, 0, false, no, off for no";

describe("a switch in the environment", () => {
  it.each(["never", "off please", "2", "y"])("set to %s is refused before any call, by its name", async (text) => {
    const { bad, office } = await officeWith({ SAGCTL_APPROVE_PURCHASES: text });
    const { code, words } = await office.run("apply", "--yes");
    expect(words).toContain(`SAGCTL_APPROVE_PURCHASES is "${text}"; ${takes}`);
    expect(code).toBe(2);
    expect(bad.cloud.calls()).toEqual([]);
    office.expectNothingLost();
  });

  it.each(["off", "OFF", "no", "0", "false", " ", ""])("set to '%s' consents to nothing", async (text) => {
    const { bad, office } = await officeWith({ SAGCTL_APPROVE_PURCHASES: text });
    const { code, words } = await office.run("apply", "--yes");
    expect(words).toContain("--approve-purchases");
    expect(code).toBe(7);
    expect(bad.cloud.ledger()).toEqual([]);
  });

  it.each(["on", "Yes", "1", "true"])("set to %s is on", async (text) => {
    const { bad, office } = await officeWith({ SAGCTL_DRY_RUN: text });
    const { code } = await office.run("apply", "--yes", "--approve-purchases");
    expect(code).toBe(0);
    expect(bad.cloud.calls().filter((call) => call.kind !== "read")).toEqual([]);
  });

  it("is not read where the command line says it", async () => {
    const { office } = await officeWith({ SAGCTL_DRY_RUN: "never" });
    expect((await office.run("plan", "--dry-run")).code).toBe(0);
  });

  it("that may be a URL says so", async () => {
    const office = openOffice({ host: { env: { SAGCTL_SIMULATE: "nowhere" } } });
    const { code, words } = await office.run("plan");
    expect(words).toContain(`SAGCTL_SIMULATE is "nowhere"; ${takes}, or a URL`);
    expect(words).toContain("sagctl plan --help");
    expect(code).toBe(2);
  });

  it("that is the input of a step takes the same words", async () => {
    const { office } = await officeWith({ SAGCTL_AUTO_PAY: "off" });
    const { words } = await office.run("purchase", "--dry-run");
    expect(words).not.toContain("SAGCTL_AUTO_PAY");
    const wrong = await officeWith({ SAGCTL_AUTO_PAY: "never" });
    const heard = await wrong.office.run("purchase", "--dry-run");
    expect(heard.words).toContain("SAGCTL_AUTO_PAY");
    expect(heard.words).toContain("true or false");
    expect(heard.code).toBe(2);
  });
});
