import { stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createAddressBook } from "../../src/state/address-book.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const address = {
  name: "Li Wei",
  mobile: "13800000000",
  email: "li@example.com",
  country: "China",
  state: "Beijing",
  city: "Beijing",
  district: "Chaoyang",
  town: "Wangjing",
  address: "1 Example Road",
  zip: "100000",
};

describe("address book", () => {
  it("remembers nothing at first", async () => {
    expect(await createAddressBook(join(await temporaryFolder(), "none")).find()).toBeUndefined();
  });

  it("offers the address of the last order, and keeps it for its owner only", async () => {
    const folder = join(await temporaryFolder(), "sagctl");
    await createAddressBook(folder).remember(address);
    expect(await createAddressBook(folder).find()).toEqual(address);
    expect((await stat(join(folder, "address.json"))).mode & 0o777).toBe(0o600);
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
  });

  it("forgets", async () => {
    const book = createAddressBook(await temporaryFolder());
    await book.remember({ ...address, phone: "010-1" });
    await book.forget();
    expect(await book.find()).toBeUndefined();
  });

  it.each(["{", JSON.stringify({ name: "Li Wei" })])(
    "asks again rather than offer half an address: %s",
    async (text) => {
      const folder = await temporaryFolder();
      await writeFile(join(folder, "address.json"), text);
      expect(await createAddressBook(folder).find()).toBeUndefined();
    },
  );

  it("says which folder it cannot use", async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, "taken"), "");
    const book = createAddressBook(join(folder, "taken"));
    await expect(book.remember(address)).rejects.toMatchObject({ kind: "diary", code: "diary-not-writable" });
  });
});
