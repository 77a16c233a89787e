import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const repository = fileURLToPath(new URL("../..", import.meta.url));

/** What `npm start` prints as its result (its progress, on stderr, is not in it). */
export function runDemo(): string {
  const demo = spawnSync(process.execPath, ["scripts/demo.js"], { cwd: repository, encoding: "utf8" });
  if (demo.status !== 0) throw new Error(`The demo ended with ${demo.status}:\n${demo.stdout}${demo.stderr}`);
  return inReadme(demo.stdout);
}

/** The transcript as it can be printed anywhere: without the folder that the clone lies in. */
export function inReadme(stdout: string): string {
  return ["```", "$ npm start", "", stdout.replaceAll(repository, "").trim(), "```"].join("\n");
}

/** Its lines that are the same in every run: all but those that count reads or time. */
export function steadyLines(transcript: string): readonly string[] {
  return transcript.split("\n").filter((line) => !/\d+ reads?\b/.test(line));
}
