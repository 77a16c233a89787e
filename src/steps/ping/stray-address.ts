import { listVpcs } from "../../api/vpc.ts";
import type { Look } from "../../engine/step.ts";
import type { Verdict } from "../../engine/verdict.ts";
import { guard } from "../../engine/verdicts.ts";
import { hasAddress } from "../../network/addresses.ts";
import type { Vpc } from "../../network/network.ts";
import { say } from "../../text.ts";
import { blocksOf } from "../attach/clashes.ts";

/** The blocks that a VPC's instances have their addresses of; none where neither the cloud nor the file tells them here. */
export async function readBlocks(look: Look, vpc: Vpc): Promise<readonly string[]> {
  const { account, region, id } = vpc;
  if (!look.holds(account)) return vpc.cidrs ?? [];
  // Its addresses do not change while a run lasts.
  const seen = (await look.read(listVpcs({ account, region }), () => true)).find((one) => one.id === id);
  return blocksOf(seen, vpc);
}

/** An address that no instance of the VPC can have: no path would ever be proven to it, whatever is bought for it. */
export function strayAddress(blocks: readonly string[], vpc: Vpc, address: string): Verdict | undefined {
  if (blocks.length === 0 || blocks.some((block) => hasAddress(block, address))) return undefined;
  const where = vpc.verifyAt?.[vpc.verify.indexOf(address)] ?? `vpcs.${vpc.name}.verify`;
  return guard(
    say`${where}: ${address} is no address of ${vpc.name}, since ${vpc.id} has ${blocks.join(", ")}`,
    say`Name the private address of an instance there: vpcs: {${vpc.name}: {verify: […]}}, or --verify`,
  );
}
