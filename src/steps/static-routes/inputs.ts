import type { Input } from "../../engine/step.ts";
import { say } from "../../text.ts";
import { area } from "../ccn/inputs.ts";
import { cenId, cenName } from "../cen/inputs.ts";
import { placed, required } from "../placed.ts";
import { gatewayId } from "../purchase/inputs.ts";
import { typedList } from "../typed-list.ts";
import { clashWith, readOccupied } from "./clash-check.ts";

/** The office's own addresses: the one thing that no cloud knows, so it is typed. */
export const cidr = placed<readonly string[]>({
  name: "cidr",
  help: say`a CIDR block of the office (repeat or separate by commas)`,
  many: true,
  at: (item) => ["branches", item, "cidrs"],
  ask: async (look, draft, item) => {
    const occupied = await readOccupied(look, draft, item);
    return {
      message: say`The office's own addresses, as CIDR blocks (172.16.0.0/12)`,
      kind: "text",
      form: typedList,
      check: (cidrs) => clashWith(cidrs, occupied, draft, item),
    };
  },
});

export const staticRoutesInputs: readonly Input[] = [gatewayId, required(cidr), area, cenName, cenId];
