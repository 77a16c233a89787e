// Installs and builds when something is missing or older than what it is made from; says nothing when all is there.
import { spawnSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";

const madeAt = (path) => (existsSync(path) ? statSync(path).mtimeMs : 0);

function run(command, args) {
  const { status, error } = spawnSync(command, args, {
    stdio: ["ignore", 2, 2],
    shell: process.platform === "win32",
  });
  if (error) console.error(`${command} could not be started: ${error.message}`);
  if (status !== 0) process.exit(status ?? 1);
}

process.chdir(fileURLToPath(new URL("..", import.meta.url)));
if (madeAt("node_modules/.package-lock.json") < madeAt("package-lock.json")) {
  console.error("Installing what package-lock.json names …");
  run("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"]);
}
run("node", ["node_modules/typescript/bin/tsc", "-p", "tsconfig.build.json"]);
