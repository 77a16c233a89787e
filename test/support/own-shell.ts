import { execFile } from "node:child_process";
import { chmodSync, copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { CloudKey } from "../../src/simulator/cloud-control.ts";
import { type CliResult, newFolder } from "./host.ts";
import { oneFileBuild } from "./one-file-build.ts";
import { exampleFile } from "./worlds.ts";

/** Somebody at a shell of their own, with one key in the environment, where a line is typed as it was printed. */
export interface OwnShell {
  readonly folder: string;
  /** All that was written so far. */
  written(): string;
  type(line: string): Promise<CliResult>;
}

/** `file`: the example whose network file lies in the folder. */
export async function openShell({ keyId, secret }: CloudKey, file?: string): Promise<OwnShell> {
  const [folder, bin] = [newFolder(), join(newFolder(), "bin")];
  mkdirSync(bin);
  const command = join(bin, "sagctl");
  writeFileSync(command, `#!/bin/sh\nexec "${process.execPath}" "${await oneFileBuild()}" "$@"\n`);
  chmodSync(command, 0o755);
  if (file !== undefined) copyFileSync(exampleFile(file), join(folder, "sagctl.yaml"));
  const key = { ALIBABA_CLOUD_ACCESS_KEY_ID: keyId, ALIBABA_CLOUD_ACCESS_KEY_SECRET: secret };
  const env = { PATH: `${bin}:${process.env.PATH}`, HOME: folder, ...key };
  let written = "";
  const type = (line: string) =>
    new Promise<CliResult>((resolve) => {
      const child = execFile("/bin/sh", ["-c", line], { cwd: folder, env }, (_, stdout, stderr) => {
        written += stdout + stderr;
        resolve({ code: child.exitCode ?? -1, stdout, stderr });
      });
    });
  return { folder, written: () => written, type };
}
