import { expect, test } from "vitest";
import type { Gateway } from "../../src/simulator/smartag/things.ts";
import { type BadCloud, serveBadCloud, writesIn } from "../support/bad-cloud.ts";
import { exampleWith, type Office, openOffice } from "./bad-input/office.ts";

const CONSENTS = ["--yes", "--approve-purchases"] as const;

/** A finished office whose file said so until now. */
async function finished(cidrs: string): Promise<{ bad: BadCloud; office: Office }> {
  const bad = await serveBadCloud();
  const office = openOffice({ url: bad.url, text: exampleWith("[172.16.0.0/12]", `[${cidrs}]`) });
  expect((await office.run("apply", ...CONSENTS)).code).toBe(0);
  return { bad, office };
}

function cidrsOn(bad: BadCloud): readonly string[] {
  return bad.cloud.world.all<Gateway>("gateway").flatMap((one) => one.cidrs);
}

test("a block that was widened in the file stops at the old one, which is kept: nothing is sent, and --replace mends it", async () => {
  const { bad, office } = await finished("172.20.0.0/16");
  office.write(exampleWith("[172.16.0.0/12]", "[172.20.0.0/15]"));
  const before = writesIn(bad).length;
  const { code, words } = await office.run("apply", ...CONSENTS);
  expect(code).toBe(7);
  expect(words).toMatch(/sag-\w+ has 172.20.0.0\/16, which the file does not name, and which overlaps 172.20.0.0\/15/);
  expect(words).toContain("--replace removes 172.20.0.0/16");
  expect(writesIn(bad)).toHaveLength(before);
  expect((await office.run("apply", ...CONSENTS, "--replace")).code).toBe(0);
  expect(cidrsOn(bad)).toEqual(["172.20.0.0/15"]);
});

test("blocks that the file does not name any more may leave too little room for those that it does", async () => {
  const eight = (second: number) => Array.from({ length: 8 }, (_, at) => `172.${second}.${at}.0/24`);
  const { bad, office } = await finished(eight(20).join(", "));
  office.write(exampleWith("[172.16.0.0/12]", `[${eight(21).join(", ")}]`));
  const { code, words } = await office.run("static-routes");
  expect(code).toBe(7);
  expect(words).toContain("a gateway takes at most 10");
  expect((await office.run("static-routes", "--replace", "--yes")).code).toBe(0);
  expect(cidrsOn(bad)).toEqual(eight(21));
});
