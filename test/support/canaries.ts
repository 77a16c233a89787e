import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import type { SimulatedCloud } from "../../src/simulator/simulated-cloud.ts";

/** Characters that every way of writing writes otherwise, and no text holds by chance. */
const odd = `/+"\\%=&`;

/** Gives every key of the cloud a secret that is found wherever it turns up. */
export function plantCanaries({ world }: SimulatedCloud): readonly string[] {
  const keys = world.state.accounts.flatMap((account) => account.keys);
  for (const [index, key] of keys.entries()) key.secret = `canary${odd}secret-${index}-${key.id}`;
  return keys.map((key) => key.secret);
}

/** Raw, URL-encoded (as forms do it, too), JSON-escaped once and twice, and in base64, whatever stands before and behind it. */
function formsOf(secret: string): readonly string[] {
  const json = JSON.stringify(secret).slice(1, -1);
  const url = [encodeURIComponent(secret), new URLSearchParams([["", secret]]).toString().slice(1)];
  return [
    secret,
    json,
    JSON.stringify(json).slice(1, -1),
    ...url,
    ...base64Of(secret),
    Buffer.from(secret).toString("hex"),
  ];
}

function base64Of(secret: string): readonly string[] {
  const shifted = [0, 1, 2].map((before) => {
    const text = Buffer.from(" ".repeat(before) + secret)
      .toString("base64")
      .replace(/=+$/, "");
    // The first and the last of its characters depend on what stands beside it.
    return text.slice(Math.ceil((before * 8) / 6), -1);
  });
  return shifted.flatMap((text) => [text, text.replaceAll("+", "-").replaceAll("/", "_")]);
}

/** What may have been told a secret: texts by what they are, and folders with all the files in them. */
export interface Searched {
  readonly texts?: Readonly<Record<string, string>>;
  readonly folders?: readonly string[];
  readonly cloud?: SimulatedCloud;
}

/** No secret is in any file, any text, or what the cloud exports. */
export function expectNoSecret(secrets: readonly string[], { texts = {}, folders = [], cloud }: Searched): void {
  const log = cloud === undefined ? {} : { "log of the cloud": JSON.stringify([cloud.calls(), cloud.ledger()]) };
  const files = folders.flatMap(filesIn).map((file) => [file, readFileSync(file, "latin1")] as const);
  const all = [...Object.entries({ ...texts, ...log }), ...files];
  expect(secrets.length).toBeGreaterThan(0);
  const forms = secrets.flatMap((secret) => [...new Set(formsOf(secret))].map((form) => ({ secret, form })));
  const found = all.flatMap(([name, text]) =>
    forms.filter(({ form }) => text.includes(form)).map((one) => ({ name, ...one })),
  );
  expect(found).toEqual([]);
}

function filesIn(folder: string): readonly string[] {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => join(folder, name));
  return names.filter((name) => statSync(name).isFile());
}

/** Command line and environment of processes and of what they have started, as others on the machine see them (Linux). */
export function processTexts(pids: readonly number[]): Readonly<Record<string, string>> {
  const all = existsSync("/proc/self/environ") ? withChildren(pids) : [];
  const texts = all.flatMap((pid) =>
    ["cmdline", "environ"].map((name) => [`${name} of ${pid}`, readIfThere(`/proc/${pid}/${name}`)] as const),
  );
  return Object.fromEntries(texts);
}

function withChildren(pids: readonly number[]): readonly number[] {
  return pids.flatMap((pid) => {
    const children = readIfThere(`/proc/${pid}/task/${pid}/children`).trim().split(" ").filter(Boolean).map(Number);
    return [pid, ...withChildren(children)];
  });
}

/** A process may end while it is looked at. */
function readIfThere(path: string): string {
  try {
    return readFileSync(path, "latin1");
  } catch {
    return "";
  }
}
