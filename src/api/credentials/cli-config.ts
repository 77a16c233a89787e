import { join } from "node:path";
import { SagctlError } from "../../errors.ts";
import { say, type Text } from "../../text.ts";

/** Reads a text file; rejects with ENOENT when it is not there. */
export type ReadFile = (path: string) => Promise<string>;

/** A profile of the aliyun CLI; fields as its file spells them. */
export type Profile = Readonly<Record<string, unknown>>;

/** `~/.aliyun/config.json`, as far as it is read. */
export interface CliConfig {
  readonly path: string;
  readonly current: string;
  readonly profiles: readonly Profile[];
}

/** ~/.aliyun/config.json; undefined when it is not there. No error quotes the file: it holds secrets. */
export async function readCliConfig(home: string, readFile: ReadFile): Promise<CliConfig | undefined> {
  const path = join(home, ".aliyun", "config.json");
  const content = await readIfThere(path, readFile);
  if (content === undefined) return undefined;
  const config = parse(content, path);
  const profiles = Array.isArray(config.profiles) ? config.profiles.filter(isProfile) : [];
  return { path, current: String(config.current ?? ""), profiles };
}

/** The file's text, or undefined when there is no file. */
export async function readIfThere(path: string, readFile: ReadFile): Promise<string | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? "";
    if (code === "ENOENT" || code === "ENOTDIR") return undefined;
    throw credentialsError("profile-file-unreadable", say`${path} cannot be read (${code})`, [
      say`Check who owns ${path}`,
    ]);
  }
}

/** The profile of that name; an error lists the names that there are. */
export function findProfile(config: CliConfig, name: string): Profile {
  const profile = config.profiles.find((one) => one.name === name);
  if (profile !== undefined) return profile;
  const names = config.profiles.map((one) => String(one.name)).join(", ") || "none";
  throw credentialsError("profile-unknown", say`${config.path} has no profile ${name}`, [
    say`Profiles there: ${names}`,
    say`Make it: aliyun configure --profile ${name}`,
  ]);
}

/** An error about keys: exit 4, and never with a word out of a file or an answer. */
export function credentialsError(code: string, message: Text, tryThis: readonly Text[]): SagctlError {
  return new SagctlError({ kind: "denied", code, message, tryThis });
}

// JSON.parse quotes the text around the fault, so only its position is kept.
function parse(content: string, path: string): Profile {
  try {
    const config: unknown = JSON.parse(content.replace(/^\uFEFF/, ""));
    if (isProfile(config)) return config;
  } catch (error) {
    const at = /position (\d+)/.exec(String(error))?.[1];
    const line = at === undefined ? "" : `, line ${content.slice(0, Number(at)).split("\n").length}`;
    throw damaged(path, line);
  }
  throw damaged(path, "");
}

function damaged(path: string, line: string): SagctlError {
  return credentialsError("profile-file-damaged", say`${path} is not the JSON that the aliyun CLI writes${line}`, [
    say`Mend it, or move it away and run: aliyun configure`,
  ]);
}

function isProfile(value: unknown): value is Profile {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
