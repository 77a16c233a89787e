import { createHash, randomUUID } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build, type Plugin } from "esbuild";

const root = join(import.meta.dirname, "../..");
const dist = join(root, "dist");
const launcher = join(import.meta.dirname, "one-file-launcher.cjs");
const kept = join(root, "node_modules/.cache/sagctl-tests");

/**
 * The built command line in one file, since tests with hundreds of processes spend most of their time on loading the
 * many files of it; made once for each build. What to run it by.
 */
export async function oneFileBuild(): Promise<string> {
  const folder = join(kept, keyOf([join(dist, ".tsbuildinfo"), launcher, import.meta.filename]));
  const start = join(folder, "launch.cjs");
  if (!existsSync(start)) await make(folder);
  return start;
}

function keyOf(files: readonly string[]): string {
  const hash = createHash("sha256").update(process.version);
  for (const file of files) hash.update(readFileSync(file));
  return hash.digest("hex").slice(0, 16);
}

/** Elsewhere first: several workers may do this at once, and the first one's stays. */
async function make(folder: string): Promise<void> {
  forgetOthers(folder);
  const fresh = `${folder}-${randomUUID()}`;
  mkdirSync(fresh, { recursive: true });
  await bundle(join(fresh, "sagctl.cjs"));
  copyFileSync(launcher, join(fresh, "launch.cjs"));
  try {
    renameSync(fresh, folder);
  } catch {
    rmSync(fresh, { recursive: true, force: true });
  }
}

function forgetOthers(folder: string): void {
  const others = existsSync(kept) ? readdirSync(kept).map((name) => join(kept, name)) : [];
  for (const one of others) if (!one.startsWith(folder)) rmSync(one, { recursive: true, force: true });
}

async function bundle(outfile: string): Promise<void> {
  await build({
    entryPoints: [join(dist, "main.js")],
    outfile,
    bundle: true,
    platform: "node",
    format: "cjs",
    target: "node20",
    // The launcher has no loader for import().
    supported: { "dynamic-import": false },
    logLevel: "error",
    plugins: [asScript],
  });
}

/** What only a module may hold, in other words: where a file lies, and an `await` outside of functions. */
const asScript: Plugin = {
  name: "as-script",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]dist[\\/].*\.js$/ }, ({ path }) => {
      if (!path.startsWith(dist)) return undefined;
      const text = readFileSync(path, "utf8").replaceAll("import.meta.url", JSON.stringify(pathToFileURL(path).href));
      const isMain = path === join(dist, "main.js");
      return { contents: isMain ? text.replace(/^((?:import .*\n)+)([\s\S]*)$/, wrapped) : text, loader: "js" };
    });
  },
};

const wrapped = "$1void (async () => {\n$2\n})();\n";
