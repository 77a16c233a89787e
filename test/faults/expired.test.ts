import { expect, it, vi } from "vitest";
import type { SimKey } from "../../src/simulator/world.ts";
import { openRealOffice } from "../support/real-office.ts";
import { wordsOf } from "../support/sagctl-process.ts";
import { intentIn } from "../support/served-cloud.ts";

vi.setConfig({ testTimeout: 240_000 });

const order = { product: "Cbn", action: "CreateCenBandwidthPackage" } as const;

function temporaryKey(name: string): SimKey {
  return {
    id: `STS.${name}`,
    secret: `secret-${name}`,
    securityToken: `token-${name}`,
    expires: Number.MAX_SAFE_INTEGER,
  };
}

const moments = [
  { what: "an order that is on its way", point: "accept", when: order, ordered: 0, state: "refused" },
  { what: "an order that has been carried out", point: "deliver", when: order, ordered: 1, state: "answered" },
  {
    what: "a poll",
    point: "accept",
    when: { product: "Cbn", action: "DescribeCenBandwidthPackages", nth: 3 },
    ordered: 1,
    state: "answered",
  },
] as const;

it.each(moments)(
  "temporary keys that expire during $what: exit 4; with new ones apply completes, one order",
  async (one) => {
    const { point, when, ordered, state } = one;
    const office = await openRealOffice();
    const { cloud } = office;
    const old = temporaryKey("old");
    const oldKeys = office.addKey(old);
    cloud.faults.add({ what: "hold-answer", point, when });
    const run = office.start(oldKeys);
    await office.held();
    old.expires = cloud.now();
    office.release();
    const ended = await run.ended;
    expect(ended.code).toBe(4);
    expect(wordsOf(ended)).toContain("InvalidSecurityToken.Expired");
    expect(office.orders().CreateCenBandwidthPackage ?? 0).toBe(ordered);
    expect(intentIn(office.diaryFile(), "bandwidth-package/china-america#buy")).toMatchObject({ state });
    const newKeys = office.addKey(temporaryKey("new"));
    expect((await office.start(newKeys).ended).code).toBe(0);
    expect(office.orders().CreateCenBandwidthPackage).toBe(1);
    const { length } = office.writes();
    expect((await office.start(newKeys).ended).code).toBe(0);
    expect(office.writes()).toHaveLength(length);
  },
);
