import { dirname } from "node:path";
import type { Disk } from "./disk.ts";

/**
 * Puts a whole new text where a file is or will be; on the platter when it returns. Whatever happens on the way,
 * the file holds all of the old text or all of the new one.
 */
export async function replaceFile(disk: Disk, path: string, text: string): Promise<void> {
  const fresh = `${path}.new`;
  try {
    await disk.write(fresh, text);
    await disk.flushFile(fresh);
    await disk.rename(fresh, path);
  } catch (error) {
    await disk.remove(fresh).catch(() => undefined);
    throw error;
  }
  await disk.flushFolder(dirname(path));
}
