import { join } from "node:path";
import { copyWithout } from "./mutants/copy-project.ts";
import { naiveProtocols } from "./mutants/naive.ts";
import { options } from "./options.ts";
import { carryOutAll, type Job } from "./pool.ts";
import { deaths, met } from "./schedules/exhaustive.ts";
import type { Undisturbed } from "./undisturbed.ts";

const ORDERS = /^Create(SmartAccessGateway|CenBandwidthPackage)$/;

/** The same schedules for ours and for each naive protocol: how many of them buy twice. True: all of theirs, none of ours. */
export async function runNaive(sound: Undisturbed, folder: string): Promise<boolean> {
  const jobs = aroundOrders(sound);
  let isAsExpected = (await tell("sagctl", jobs, folder)) === 0;
  for (const protocol of naiveProtocols) {
    const root = copyWithout(protocol, join(folder, protocol.name.replace(/\W+/g, "-")));
    if ((await tell(protocol.name, jobs, folder, root)) === 0) isAsExpected = false;
  }
  return isAsExpected;
}

/** Every fault on an order, once and until healed, and deaths while lists lag. */
function aroundOrders(sound: Undisturbed): readonly Job[] {
  const onOrders = met(sound, { fewPolls: true }).filter(({ faults: [fault] }) => fault && ORDERS.test(fault.action));
  const whileLagging = deaths(sound).filter(({ lagMinutes }) => lagMinutes !== undefined);
  return [...onOrders, ...whileLagging].map((schedule) => ({ sound, schedule }));
}

async function tell(name: string, jobs: readonly Job[], folder: string, root?: string): Promise<number> {
  let twice = 0;
  await carryOutAll(jobs, {
    workers: options.workers,
    folder,
    ...(root === undefined ? {} : { root }),
    done: (_, { violations }) => {
      if (violations.some(({ of }) => of === "I1")) twice += 1;
      return true;
    },
  });
  console.log(`${name}: ${twice} of ${jobs.length} schedules buy twice`);
  return twice;
}
