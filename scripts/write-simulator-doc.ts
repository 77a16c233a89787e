// Writes the parts of docs/simulator.md that come out of the simulated cloud: npm run docs
import { readFileSync, writeFileSync } from "node:fs";
import { withPart } from "./docs/marked.ts";
import { simulatorParts } from "./docs/simulator-parts.ts";

const document = new URL("../docs/simulator.md", import.meta.url);
const before = readFileSync(document, "utf8");
writeFileSync(
  document,
  Object.entries(simulatorParts()).reduce((text, [name, body]) => withPart(text, name, body), before),
);
