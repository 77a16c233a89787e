import { listInstances } from "../../api/ecs.ts";
import type { Look } from "../../engine/step.ts";
import type { Vpc } from "../../network/network.ts";

/** The groups named in the file, else those of the instances that are to be pinged. */
export async function groupsOf(look: Look, vpc: Vpc): Promise<readonly string[]> {
  if (vpc.securityGroups) return vpc.securityGroups;
  const instances = await look.read(listInstances({ account: vpc.account, region: vpc.region, vpc: vpc.id }));
  const pinged = instances.filter((one) => one.addresses.some((address) => vpc.verify.includes(address)));
  return [...new Set(pinged.flatMap((one) => one.securityGroups))];
}

/** The flags that name them in a line for the VPC's owner: the groups themselves, else the addresses whose instances tell them. */
export function groupFlags({ securityGroups, verify }: Vpc): Readonly<Record<string, string | undefined>> {
  const said = (values: readonly string[]) => (values.length === 0 ? undefined : values.join(","));
  return securityGroups ? { "security-group": said(securityGroups) } : { verify: said(verify) };
}
