import { describe, expect, it } from "vitest";
import { SharedReads } from "../../../src/engine/shared-reads.ts";
import { answered, failed, scriptedCloud } from "../api/scripted-cloud.ts";
import { listToys } from "./toy-world.ts";

describe("shared reads", () => {
  it("one answer serves everybody, asked for at once or later", async () => {
    const { cloud, sent } = scriptedCloud(answered({}));
    const reads = new SharedReads(cloud);
    await Promise.all([reads.read(listToys(), 0), reads.read(listToys(), 0)]);
    await reads.read(listToys(), 0);
    expect(sent).toHaveLength(1);
  });

  it("another call is another answer", async () => {
    const { cloud, sent } = scriptedCloud(answered({}));
    const reads = new SharedReads(cloud);
    await reads.read(listToys("Smartag"), 0);
    await reads.read(listToys("Cbn"), 0);
    await reads.read(listToys("Smartag", "x"), 0);
    expect(sent).toHaveLength(3);
  });

  it("what began before something was written does not serve whom it may concern", async () => {
    const { cloud, sent } = scriptedCloud(answered({}));
    const reads = new SharedReads(cloud);
    await reads.read(listToys(), 0);
    const written = reads.mark();
    await reads.read(listToys(), 0);
    expect(sent).toHaveLength(1);
    await reads.read(listToys(), written);
    await reads.read(listToys(), written);
    expect(sent).toHaveLength(2);
  });

  it("an answer that cannot change is kept, whatever has been written", async () => {
    const toys = [{ Name: "a", Ready: true }];
    const { cloud, sent } = scriptedCloud(answered({ Toys: [] }), answered({ Toys: toys }));
    const reads = new SharedReads(cloud);
    const keeps = { since: 0, holds: (seen: readonly unknown[]) => seen.length > 0 };
    expect(await reads.read(listToys(), 0, keeps)).toEqual([]);
    expect(await reads.read(listToys(), reads.mark(), keeps)).toHaveLength(1);
    expect(await reads.read(listToys(), reads.mark(), keeps)).toHaveLength(1);
    expect(sent).toHaveLength(2);
  });
});

describe("shared reads at their edges", () => {
  it("a read that waits for an id still to come is not sent and finds nothing", async () => {
    const { cloud, sent } = scriptedCloud(answered({ Toys: [{ Name: "a", Ready: true }] }));
    expect(await new SharedReads(cloud).read(listToys("Smartag", "<cen/global.id>"), 0)).toEqual([]);
    expect(sent).toEqual([]);
  });

  it("a failed answer serves nobody after those who waited for it", async () => {
    const { cloud, sent } = scriptedCloud(failed("refused", "Forbidden.RAM"), answered({}));
    const reads = new SharedReads(cloud);
    await expect(reads.read(listToys(), 0)).rejects.toThrow("Forbidden.RAM");
    expect(await reads.read(listToys(), 0)).toEqual([]);
    expect(sent).toHaveLength(2);
  });

  it("everything is asked again after a person has had time to think", async () => {
    const { cloud, sent } = scriptedCloud(answered({}));
    const reads = new SharedReads(cloud);
    await reads.read(listToys(), 0);
    reads.forget();
    await reads.read(listToys(), 0);
    expect(sent).toHaveLength(2);
  });
});
