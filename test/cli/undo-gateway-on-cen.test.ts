import { expect, test } from "vitest";
import { serveBadCloud, writesIn } from "../support/bad-cloud.ts";
import { openOffice } from "./bad-input/office.ts";

const CONSENTS = ["--yes", "--approve-purchases", "--allow-probes"];

test("where a gateway leaves a CCN only when that is on no CEN, undo still ends in one run", async () => {
  const bad = await serveBadCloud({ switches: { unbindNeedsFreeCcn: true } });
  const office = openOffice({ url: bad.url });
  expect((await office.run("apply", ...CONSENTS)).code).toBe(0);
  const before = writesIn(bad).length;
  const { code, words } = await office.run("undo", ...CONSENTS, "--allow-destroy");
  expect(words).not.toContain("AlreadyBound.CEN");
  expect(code).toBe(0);
  expect(writesIn(bad).slice(before)).toContain("UnbindSmartAccessGateway");
  expect(bad.cloud.world.all("gateway")).not.toContainEqual(expect.objectContaining({ ccnId: expect.anything() }));
});

test("where the CCN was on the CEN before sagctl, undo says why the gateway stays on it", async () => {
  const bad = await serveBadCloud({ switches: { unbindNeedsFreeCcn: true } });
  const office = openOffice({ url: bad.url });
  expect((await office.run("cen-bind", ...CONSENTS)).code).toBe(0);
  office.loseDiary();
  expect((await office.run("apply", ...CONSENTS)).code).toBe(0);
  const { code, words } = await office.run("undo", ...CONSENTS, "--allow-destroy");
  expect(code).toBe(5);
  expect(words).toContain("The CCN is on a CEN, and has to leave that first");
});
