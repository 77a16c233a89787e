import { isStatus } from "../../api/is-status.ts";
import { deleteVSwitch, listVSwitches } from "../../api/vpc.ts";
import type { VpcAttachmentSeen } from "../../api/vpc-attachments.ts";
import type { Look } from "../../engine/step.ts";
import type { Change, Verdict } from "../../engine/verdict.ts";
import { change, notNeeded, settling } from "../../engine/verdicts.ts";
import { parseCidr } from "../../network/addresses.ts";
import type { Vpc } from "../../network/network.ts";
import { say } from "../../text.ts";

/** A vSwitch that sagctl made so that the VPC could be attached. */
export interface OwnVSwitch {
  readonly id: string;
  readonly zone: string;
  readonly cidr: string;
  readonly status: string;
  /** Whether nothing has an address in it, the transit router apart. */
  readonly isEmpty: boolean;
}

/** The first and the last three addresses are the cloud's. Source: page of CreateVSwitch. */
const RESERVED = 4;

/** The name of the change that makes one. */
export function slotOf(zone: string): string {
  return `vswitch-${zone}`;
}

/** Those among the zones that the diary proves to be ours; nothing is read where it knows of none. */
export async function observeOwn(
  look: Look,
  vpc: Vpc,
  zones: readonly string[],
  here: VpcAttachmentSeen | undefined,
): Promise<readonly OwnVSwitch[]> {
  const made = zones.flatMap((zone) => look.answer(slotOf(zone))?.VSwitchId ?? []);
  if (made.length === 0 || !look.holds(vpc.account)) return [];
  const all = await look.read(listVSwitches({ account: vpc.account, region: vpc.region, vpc: vpc.id }));
  const ours = all.filter(({ id }) => made.includes(id));
  return ours.map(({ id, zone, cidr, status, freeAddresses }) => {
    const isMapped = here?.zones.some(({ vSwitch }) => vSwitch === id) ?? false;
    const isEmpty = freeAddresses >= 2 ** (32 - (parseCidr(cidr)?.prefixLength ?? 32)) - RESERVED - (isMapped ? 1 : 0);
    return { id, zone, cidr, status, isEmpty };
  });
}

/** Once the VPC is detached: those that are empty go, the others stay and are named. */
export function undoVSwitches(own: readonly OwnVSwitch[], vpc: Vpc): Verdict {
  const going = own.find(({ status }) => isStatus(status, "Pending"));
  if (going) return settling(say`vSwitch ${going.id} of ${vpc.name} to be gone`, 10_000, [`vpc:${vpc.id}`]);
  const [first, ...then] = removals(own, vpc);
  if (first) return change(first, ...then);
  if (own.length === 0) return notNeeded(say`${vpc.name} is not attached`);
  const kept = own.map(({ id, cidr }) => `${id} (${cidr})`).join(", ");
  return notNeeded(say`${vpc.name} is not attached; ${kept} stays, since something else uses it by now`);
}

export function removals(own: readonly OwnVSwitch[], vpc: Vpc): readonly Change[] {
  const { account, region, name } = vpc;
  return own
    .filter(({ isEmpty }) => isEmpty)
    .map(({ id, zone, cidr }) => ({
      slot: `remove-${slotOf(zone)}`,
      summary: say`delete vSwitch ${id} (${cidr}) in ${zone} of ${name}, made for the attachment`,
      write: deleteVSwitch({ account, region, vpc: vpc.id, id }),
      risk: "none",
    }));
}
