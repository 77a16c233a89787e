import { createHash } from "node:crypto";

/** The marker of a network whose file names none: the same on every machine that uses the same name. */
export function markerOfName(name: string): string {
  return createHash("sha256").update(`sagctl network ${name}`).digest("hex").slice(0, 12);
}
