import type { VpcSeen } from "../../api/vpc.ts";
import { createVSwitch } from "../../api/vpc.ts";
import type { Change, Verdict } from "../../engine/verdict.ts";
import { guard } from "../../engine/verdicts.ts";
import { freeBlocksIn } from "../../network/addresses.ts";
import type { Vpc } from "../../network/network.ts";
import { say, type Text } from "../../text.ts";
import { slotOf } from "./own-vswitches.ts";
import type { ZoneChoice } from "./zones.ts";

/** Where a vSwitch can be made, and with which addresses. */
export interface Room {
  readonly zone: string;
  readonly cidr: string;
}

/** From the usual size down to the smallest that the service takes. Source: page of CreateVSwitch. */
const prefixLengths = [24, 25, 26, 27, 28, 29];

/** Room in the VPC for a vSwitch in each of the zones; none if there is not enough of any size. */
export function findRoom(vpc: VpcSeen, taken: readonly string[], zones: readonly string[]): readonly Room[] {
  const blocks = [vpc.cidr, ...vpc.secondaryCidrs];
  for (const length of prefixLengths) {
    const free = freeBlocksIn(blocks, length, taken, zones.length);
    if (free.length === zones.length) return zones.map((zone, at) => ({ zone, cidr: free[at] ?? "" }));
  }
  return [];
}

export function makeVSwitch({ zone, cidr }: Room, vpc: Vpc): Change {
  const { account, region, id, name } = vpc;
  const write = createVSwitch({ account, region, vpc: id, zone, cidr, name: `${name}-${zone}` });
  return { slot: slotOf(zone), summary: say`make a vSwitch ${cidr} in ${zone} of ${name}`, write, risk: "none" };
}

/**
 * One zone is a choice that a person makes. Source: the tutorial's prerequisites ask for two. `room`: undefined without the key of
 * the VPC's owner, since a grant shows no addresses.
 */
export function tooFewZones(
  choice: ZoneChoice & { is: "too-few" },
  room: readonly Room[] | undefined,
  vpc: Vpc,
): Verdict {
  const has = choice.zones.map((one) => one.zone).join(", ");
  const because = has
    ? say`${vpc.name} has a vSwitch with a free address in one zone of the transit router only (${has}); two are wanted`
    : say`${vpc.name} has no vSwitch with a free address in any zone in which ${vpc.region} has transit routers`;
  return guard(because, ...makeOne(choice.missing, room, vpc), ...(has ? [oneZone(has)] : []));
}

function makeOne(zones: readonly string[], room: readonly Room[] | undefined, vpc: Vpc): readonly Text[] {
  if (room && room.length > 0) {
    const where = room.map(({ zone, cidr }) => `${cidr} in ${zone}`).join(", ");
    return [say`--create-vswitch makes one: ${where}`];
  }
  if (zones.length === 0) return [say`The region offers no transit router for this VPC: name a VPC of another region`];
  const where = zones.join(" and ");
  if (!room) return theirs(where, vpc);
  return [say`In the account ${vpc.account}, make a vSwitch in ${where}: sagctl finds no free block to offer`];
}

function theirs(where: string, { account, name, cidrs = [] }: Vpc): readonly Text[] {
  const blocks = cidrs.length === 0 ? name : cidrs.join(", ");
  return [
    say`Whoever has the key of ${account} makes a vSwitch in ${where}, in a part of ${blocks} that is free: which parts are taken is not readable from here`,
    say`--create-vswitch makes it only in a run that has the key of ${account} too`,
  ];
}

function oneZone(zone: string): Text {
  return say`--one-zone attaches it through ${zone} alone: while that zone is down nothing reaches the VPC`;
}
