import { Writable } from "node:stream";
import type { Output } from "../terminal.ts";

/** A stream that the prompt library may end, as it does after each question, without ending ours. */
export function keptOpen(output: Output): Writable {
  const stream = new Writable({
    decodeStrings: false,
    write: (chunk, encoding, done) => void output.write(chunk, encoding, done),
  });
  const same = (name: "columns" | "rows" | "isTTY") => ({ get: () => output[name] });
  return Object.defineProperties(stream, { columns: same("columns"), rows: same("rows"), isTTY: same("isTTY") });
}
