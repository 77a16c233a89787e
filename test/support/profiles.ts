import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { newFolder } from "./host.ts";

/** A profile as the aliyun CLI writes it. */
export type CliProfile = { readonly name: string } & Readonly<Record<string, string | number>>;

/** A key that opens nothing. */
export const deadKey = { access_key_id: "LTAI5tOpensNothing001", access_key_secret: "opens-nothing-secret-1" };

/** A home folder with the aliyun CLI's own file in it; its first profile is the current one. */
export function homeWithProfiles(...profiles: readonly CliProfile[]): string {
  return homeWithConfig(JSON.stringify({ current: profiles[0]?.name ?? "", profiles }));
}

/** The same with a file of any text. */
export function homeWithConfig(text: string): string {
  const home = newFolder();
  mkdirSync(join(home, ".aliyun"));
  writeFileSync(join(home, ".aliyun", "config.json"), text, { mode: 0o600 });
  return home;
}
