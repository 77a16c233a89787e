// Writes the parts of README.md and docs/operating.md that come out of the code: npm run docs
import { readFileSync, writeFileSync } from "node:fs";
import { exitTable } from "./docs/exit-table.ts";
import { withPart } from "./docs/marked.ts";
import { scenarioLines } from "./docs/scenario-lines.ts";
import { stepTable } from "./docs/step-table.ts";
import { runDemo } from "./docs/transcript.ts";

write("README.md", { transcript: runDemo(), scenarios: scenarioLines(), steps: await stepTable() });
write("docs/operating.md", { "exit codes": exitTable() });

function write(path: string, parts: Readonly<Record<string, string>>): void {
  const file = new URL(`../${path}`, import.meta.url);
  const before = readFileSync(file, "utf8");
  writeFileSync(
    file,
    Object.entries(parts).reduce((text, [name, body]) => withPart(text, name, body), before),
  );
}
