import { createHash } from "node:crypto";
import type { WorldState } from "./world.ts";

const ALPHABET = "0123456789abcdefghijklmnopqrstuvwxyz";

function bytes(state: WorldState, stream: string): Buffer {
  const nth = (state.draws[stream] ?? 0) + 1;
  state.draws[stream] = nth;
  return createHash("sha256").update(`${state.seed}/${stream}/${nth}`).digest();
}

/** An id such as Alibaba Cloud gives: a prefix and lower-case letters and digits. */
export function drawId(state: WorldState, prefix: string, length: number): string {
  const drawn = bytes(state, `id ${prefix}`);
  return prefix + Array.from(drawn.subarray(0, length), (byte) => ALPHABET[byte % ALPHABET.length]).join("");
}

/** Digits only, the first not zero: order numbers. */
export function drawDigits(state: WorldState, stream: string, length: number): string {
  const drawn = bytes(state, stream);
  return Array.from(drawn.subarray(0, length), (byte, i) => (i === 0 ? 1 + (byte % 9) : byte % 10)).join("");
}

/** A number from 0 up to, not including, 1. */
export function drawShare(state: WorldState, stream: string): number {
  return bytes(state, stream).readUIntBE(0, 6) / 2 ** 48;
}

/** An upper-case UUID, the form of every RequestId. */
export function drawRequestId(state: WorldState): string {
  const hex = bytes(state, "request").toString("hex").toUpperCase();
  return [hex.slice(0, 8), hex.slice(8, 12), `5${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    "-",
  );
}
