import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Flags } from "../commands/flags.ts";
import type { SetupFiles } from "../commands/setup/setup-files.ts";
import type { Host } from "../host.ts";
import { createAddressBook } from "../state/address-book.ts";
import { createAnswersStore } from "../state/answers-store.ts";
import { fileTrouble } from "../state/diary-errors.ts";
import { realDisk } from "../state/disk.ts";
import { replaceFile } from "../state/replace-file.ts";
import { simulatedFolder } from "./diary.ts";
import { networkFile, shown } from "./load-network.ts";

/** The wizard's files: the network file, the answers beside it, and the address book in the user's own folder. */
export function openSetupFiles(flags: Flags, host: Host): SetupFiles {
  const path = networkFile(flags, host);
  return {
    path: shown(path, host),
    readText: () => readText(path),
    writeText: (text) => replaceFile(realDisk, path, text).catch((error) => Promise.reject(fileTrouble(error, path))),
    answersOn: (cloud, network) => {
      if (cloud !== "real") return createAnswersStore(simulatedFolder(flags, host, cloud));
      return createAnswersStore(join(dirname(path), ".sagctl", network ?? ""));
    },
    addresses: createAddressBook(userFolder(host)),
  };
}

async function readText(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw fileTrouble(error, path);
  }
}

/** Where programs keep what belongs to a user and not to a folder. */
function userFolder({ env, home, platform }: Host): string {
  const given = platform === "win32" ? env.APPDATA : env.XDG_CONFIG_HOME;
  const usual = platform === "darwin" ? join(home, "Library", "Application Support") : join(home, ".config");
  return join(given || usual, "sagctl");
}
