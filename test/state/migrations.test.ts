import { describe, expect, it } from "vitest";
import { migrate } from "../../src/state/migrations.ts";

const table = {
  1: (old: Readonly<Record<string, unknown>>) => ({ ...old, cloud: "real" }),
  2: ({ net, ...rest }: Readonly<Record<string, unknown>>) => ({ ...rest, network: net }),
};

describe("migrations", () => {
  it("bring an old diary to the current version, a version at a time", () => {
    expect(migrate({ version: 1, net: "n" }, table, 3)).toEqual({
      is: "current",
      diary: { version: 3, cloud: "real", network: "n" },
    });
  });

  it("leave a diary of the current version alone", () => {
    expect(migrate({ version: 3, network: "n" }, table, 3)).toEqual({
      is: "current",
      diary: { version: 3, network: "n" },
    });
  });

  it("know a newer one by its number, whatever else it holds", () => {
    expect(migrate({ version: 4 }, table, 3)).toEqual({ is: "newer", version: 4 });
  });

  it.each([{}, { version: "1" }, { version: 1.5 }, { version: 0 }])("know no way from %j", (raw) => {
    expect(migrate(raw, table, 3)).toEqual({ is: "unknown-version" });
  });
});
