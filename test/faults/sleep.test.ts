import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, it, vi } from "vitest";
import type { NormalWorld } from "../support/normalise.ts";
import { openRealOffice, type RealOffice } from "../support/real-office.ts";
import { wordsOf } from "../support/sagctl-process.ts";

vi.setConfig({ testTimeout: 240_000 });

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const order = { product: "Cbn", action: "CreateCenBandwidthPackage" } as const;
const packages = { product: "Cbn", action: "DescribeCenBandwidthPackages" } as const;
const preloaded = { NODE_OPTIONS: `--import ${pathToFileURL(join(import.meta.dirname, "../support/clock-jump.js"))}` };

function keysOf(office: RealOffice) {
  return { ...office.addKey({ id: "LTAI5tAwake", secret: "secret-awake" }), ...preloaded };
}

let known: NormalWorld | undefined;

async function undisturbed(): Promise<NormalWorld> {
  if (known) return known;
  const office = await openRealOffice();
  expect((await office.start(keysOf(office)).ended).code).toBe(0);
  known = await office.settled();
  return known;
}

const poll = { moment: "a poll", point: "deliver", when: { ...packages, nth: 3 } } as const;
const onItsWay = { moment: "a purchase on its way", point: "accept", when: order } as const;
const done = { moment: "a purchase that has been carried out", point: "deliver", when: order } as const;

/** Which clocks go on by an hour: a laptop's sleep is both. */
const asleep = { what: "a sleep of an hour", here: true, there: true, breaks: false };
const cutOff = { what: "a sleep of an hour that breaks the connection", here: true, there: true, breaks: true };
const ahead = { what: "a clock that is set an hour ahead", here: true, there: false, breaks: false };
const behind = { what: "a clock that falls an hour behind", here: false, there: true, breaks: false };

const all = [asleep, cutOff].flatMap((jump) => [poll, onItsWay, done].map((moment) => ({ ...jump, ...moment })));

it.each([...all, { ...ahead, ...poll }, { ...behind, ...onItsWay }])(
  "$what during $moment: the same run goes on to its end, with one order",
  async ({ here, there, breaks, point, when }) => {
    const office = await openRealOffice();
    const { cloud } = office;
    // So that a poll finds it under way, however busy this machine is.
    cloud.faults.add({ what: "hang-task", when: order, virtualMs: 10 * MINUTE_MS });
    cloud.faults.add({ what: "hold-answer", point, when });
    if (breaks) cloud.faults.add({ what: "reset-after-commit", point, when });
    const run = office.start(keysOf(office));
    await office.held();
    run.signal("SIGSTOP");
    if (there) await cloud.advanceTo(cloud.now() + HOUR_MS);
    if (here) run.signal("SIGUSR2");
    run.signal("SIGCONT");
    office.release();
    const ended = await run.ended;
    expect(ended.code, wordsOf(ended)).toBe(0);
    expect(office.orders().CreateCenBandwidthPackage).toBe(1);
    expect(await office.settled()).toEqual(await undisturbed());
  },
);
