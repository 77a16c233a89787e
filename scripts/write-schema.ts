// Writes schema/network.schema.json out of src/network/schema.ts: node --import tsx scripts/write-schema.ts
import { writeFileSync } from "node:fs";
import { networkJsonSchema } from "../src/network/json-schema.ts";

const target = new URL("../schema/network.schema.json", import.meta.url);
writeFileSync(target, `${JSON.stringify(networkJsonSchema(), null, 2)}\n`);
