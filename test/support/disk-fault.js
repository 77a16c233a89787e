// Loaded into a sagctl process (--import) before anything of its own: one operation on its diary fails as the system
// would let it fail. DISK_FAULT: {"op": …, "code": "ENOSPC", "saving": "text of the diary that is being saved"}.
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";

const { op, code, saving } = JSON.parse(process.env.DISK_FAULT);
const { open, rename } = fs.promises;
/** Set while the diary that is being saved holds the words in question. */
let isSaving = false;

const isDiary = (path) => /state\.json(\.new)?$/.test(String(path));
const failed = () => Object.assign(new Error(`${code}: it was ordered to fail`), { code, syscall: op });
const strike = (name) => {
  if (isSaving && op === name) throw failed();
};

fs.promises.open = async (path, flags, ...rest) => {
  const isFolder = flags === "r";
  if (isFolder) strike("open folder");
  // Before it is open nothing tells which save it is: the first one fails.
  if (op === "open" && String(path).endsWith("state.json.new") && flags === "w") throw failed();
  const handle = await open(path, flags, ...rest);
  const { writeFile, sync } = handle;
  handle.writeFile = async (text, ...more) => {
    if (!String(path).endsWith("state.json.new")) return writeFile.call(handle, text, ...more);
    isSaving = new RegExp(saving).test(text);
    if (isSaving && op === "write") await writeFile.call(handle, text.slice(0, text.length / 2), ...more);
    strike("write");
    return writeFile.call(handle, text, ...more);
  };
  handle.sync = async () => {
    if (isFolder) strike("sync folder");
    if (isDiary(path) && !isFolder) strike("sync");
    return sync.call(handle);
  };
  return handle;
};

fs.promises.rename = async (from, to) => {
  if (isDiary(from)) strike("rename");
  return rename(from, to);
};

syncBuiltinESMExports();
