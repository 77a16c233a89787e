import { z } from "zod";
import { networkSchema } from "./schema.ts";

/** The network file's schema for editors; published as schema/network.schema.json. */
export function networkJsonSchema(): object {
  const title = "Network file of sagctl";
  return { ...z.toJSONSchema(networkSchema, { io: "input" }), title };
}
