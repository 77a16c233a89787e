import type { Network, Vpc } from "../../network/network.ts";

export type Payer = NonNullable<Vpc["payer"]>;

/** Who pays for the attachment of a VPC of another account. */
export function payerOf(vpc: Vpc): Payer {
  return vpc.payer ?? "cen-owner";
}

export function payerWords(payer: Payer): string {
  return payer === "cen-owner" ? "the CEN's owner" : "the VPC's owner";
}

/** The account id of the CEN's owner, where the file says it. */
export function hubUidOf({ accounts, hub }: Network): string | undefined {
  return accounts.find((one) => one.name === hub)?.uid;
}
