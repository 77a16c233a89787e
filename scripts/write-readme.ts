// Writes the parts of README.md that come out of the code: npm run docs
import { readFileSync, writeFileSync } from "node:fs";
import { exitTable } from "./docs/exit-table.ts";
import { withPart } from "./docs/marked.ts";
import { scenarioLines } from "./docs/scenario-lines.ts";
import { stepTable } from "./docs/step-table.ts";
import { runDemo } from "./docs/transcript.ts";

const readme = new URL("../README.md", import.meta.url);
const parts = {
  transcript: runDemo(),
  scenarios: scenarioLines(),
  steps: await stepTable(),
  "exit codes": exitTable(),
};
const before = readFileSync(readme, "utf8");
writeFileSync(
  readme,
  Object.entries(parts).reduce((text, [name, body]) => withPart(text, name, body), before),
);
