import { join } from "node:path";
import { z } from "zod";
import type { ShipTo } from "../network/network.ts";
import { fileTrouble } from "./diary-errors.ts";
import { type Disk, realDisk } from "./disk.ts";
import { replaceFile } from "./replace-file.ts";

/** Where a shipping address is kept between two runs of the wizard. */
export interface AddressBook {
  /** undefined: none is remembered, or what is there cannot be read; the wizard then asks. */
  find(): Promise<ShipTo | undefined>;
  remember(address: ShipTo): Promise<void>;
  forget(): Promise<void>;
}

const shipToSchema: z.ZodType<ShipTo> = z.object({
  name: z.string(),
  mobile: z.string(),
  email: z.string(),
  country: z.string(),
  state: z.string(),
  city: z.string(),
  district: z.string(),
  town: z.string(),
  address: z.string(),
  zip: z.string(),
  phone: z.string().exactOptional(),
});

/** Remembers the shipping address for the next branch in `address.json` of the user's own folder, never in a diary. */
export function createAddressBook(folder: string, disk: Disk = realDisk): AddressBook {
  const file = join(folder, "address.json");
  const inWords = (error: unknown): never => {
    throw fileTrouble(error, file);
  };
  const remember = async (address: ShipTo) => {
    await disk.makeFolder(folder);
    await replaceFile(disk, file, `${JSON.stringify(address, undefined, 2)}\n`);
  };
  return {
    find: async () => parse(await disk.read(file).catch(inWords)),
    remember: (address) => remember(address).catch(inWords),
    forget: () => disk.remove(file).catch(inWords),
  };
}

function parse(text: string | undefined): ShipTo | undefined {
  try {
    return text === undefined ? undefined : shipToSchema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}
