// `npm start`: tutorial A from the box to the proven path, on a simulated cloud that is thrown away afterwards.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const repository = fileURLToPath(new URL("..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "sagctl-demo-"));
const command = [join(repository, "bin", "sagctl.js"), "apply", "--simulate", "--yes", "--approve-purchases"];
const file = join(repository, "examples", "tutorial-a.yaml");

const { status } = spawnSync(process.execPath, [...command, "-f", file], { cwd: folder, stdio: "inherit" });
rmSync(folder, { recursive: true, force: true });
if (status === 0) {
  console.log("\nNext   npx sagctl setup --simulate    the wizard, on a simulated cloud of your own");
  console.log("       npx sagctl --help              everything else");
}
process.exitCode = status ?? 1;
