import { containsCidr, excludeCidr, overlapCidr } from "cidr-tools";
import { say, type Text } from "../text.ts";

/** An IPv4 block that was read from a text. */
export interface Cidr {
  /** Canonical: host bits cleared. */
  readonly cidr: string;
  readonly prefixLength: number;
  /** Whether the text had bits set behind the mask. */
  readonly hasHostBits: boolean;
}

/** Where free blocks are looked for. Source: RFC 1918. */
const privateBlocks = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"];

/** Never a network of one's own: this host, shared (Alibaba Cloud's own services live there), loopback, link-local, multicast and above. */
const reservedBlocks = ["0.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "224.0.0.0/3"];

const OCTET = /^(0|[1-9]\d{0,2})$/;

function toNumber(address: string): number | undefined {
  const parts = address.split(".");
  if (parts.length !== 4 || !parts.every((part) => OCTET.test(part) && Number(part) <= 255)) return undefined;
  return parts.reduce((sum, part) => sum * 256 + Number(part), 0);
}

function toAddress(number: number): string {
  return [24, 16, 8, 0].map((shift) => Math.floor(number / 2 ** shift) % 256).join(".");
}

/** Whether this is an IPv4 address in four plain decimal numbers. */
export function isAddress(text: string): boolean {
  return toNumber(text) !== undefined;
}

/**
 * Reads an IPv4 CIDR block strictly (cidr-tools takes almost anything), host bits allowed:
 * the cloud's own samples have them, so what it answers is made canonical here before it is compared.
 */
export function parseCidr(text: string): Cidr | undefined {
  const [address = "", length = "", ...rest] = text.split("/");
  const number = toNumber(address);
  if (number === undefined || rest.length > 0 || !OCTET.test(length) || Number(length) > 32) return undefined;
  const size = 2 ** (32 - Number(length));
  const start = number - (number % size);
  return { cidr: `${toAddress(start)}/${length}`, prefixLength: Number(length), hasHostBits: start !== number };
}

/** What is wrong with a branch's CIDR block as a person wrote it. */
export function cidrProblem(text: string): { readonly code: string; readonly text: Text } | undefined {
  const cidr = parseCidr(text);
  if (!cidr) return { code: "cidr-malformed", text: say`${text} is not an IPv4 CIDR block such as 172.16.0.0/12` };
  if (cidr.prefixLength < 8)
    return {
      code: "cidr-mask",
      text: say`${text} is wider than /8; masks go from /8 to /32; write the prefixes that are in use`,
    };
  const reserved = reservedBlocks.find((block) => overlaps(block, cidr.cidr));
  if (reserved)
    return {
      code: "cidr-reserved",
      text: say`${text} lies in ${reserved}, which no branch can use; write its private addresses, such as 172.16.0.0/12`,
    };
  // Last, since what is advised here must do.
  return cidr.hasHostBits
    ? { code: "cidr-host-bits", text: say`${text} has host bits set; write ${cidr.cidr}` }
    : undefined;
}

/** Whether two blocks have an address in common; both must be well-formed. */
export function overlaps(a: string, b: string): boolean {
  return overlapCidr(a, b);
}

/** Whether all of `b` lies in `a`. */
export function contains(a: string, b: string): boolean {
  return containsCidr(a, b);
}

/** Whether the address lies in the block; false for what is no address. */
export function hasAddress(cidr: string, address: string): boolean {
  return isAddress(address) && containsCidr(cidr, `${address}/32`);
}

/** Whether the whole block is private address space. */
export function isPrivate(cidr: string): boolean {
  return containsCidr(privateBlocks, cidr);
}

/** Private blocks of this size that nothing in `taken` touches, to offer instead of a clashing one. */
export function freeBlocks(prefixLength: number, taken: readonly string[], count: number): string[] {
  return freeBlocksIn(privateBlocks, prefixLength, taken, count);
}

/** The same inside given blocks: room for one more vSwitch in a VPC. */
export function freeBlocksIn(
  blocks: readonly string[],
  prefixLength: number,
  taken: readonly string[],
  count: number,
): string[] {
  const size = 2 ** (32 - prefixLength);
  const inUse = taken.flatMap((text) => parseCidr(text)?.cidr ?? []);
  const found: string[] = [];
  for (const network of blocks.flatMap((block) => excludeCidr([block], inUse))) {
    const [address = "", length = "32"] = network.split("/");
    const start = toNumber(address) ?? 0;
    const end = start + 2 ** (32 - Number(length));
    for (let at = start; at + size <= end && found.length < count; at += size) {
      found.push(`${toAddress(at)}/${prefixLength}`);
    }
  }
  return found;
}
