import { expect, it, vi } from "vitest";
import { normalise } from "../../support/normalise.ts";
import { wordsOf } from "../../support/sagctl-process.ts";
import { apply, lineIn, openStage, type Stage, typed, writesOf } from "./stage.ts";

vi.setConfig({ testTimeout: 120_000 });

/** All that both do on the way there, by the lines that A is shown; what stood there before. */
async function connect(stage: Stage) {
  const before = normalise(stage.cloud.world.state);
  await typed(stage, lineIn(await stage.hub.type(apply(stage)), "grant"));
  const attached = await stage.hub.type(apply(stage));
  await typed(stage, lineIn(attached, "vpc-routes"));
  await typed(stage, lineIn(attached, "security-group"));
  return before;
}

/** What A types, and what it writes. */
async function typedByA({ cloud, hub }: Stage, line: string, code: number) {
  const before = cloud.calls().length;
  const ended = await hub.type(line);
  expect(ended, wordsOf(ended)).toMatchObject({ code });
  const calls = cloud.calls().slice(before);
  expect(new Set(calls.map((call) => call.uid))).toEqual(new Set(["1000000000000001"]));
  return { ended, writes: calls.filter((call) => call.kind === "write").map((call) => call.action) };
}

const undo = ({ url }: Stage) => `sagctl undo --simulate=${url} --yes`;
const ofA = ["DisableTransitRouterRouteTablePropagation", "DissociateTransitRouterAttachmentFromRouteTable"];
const ofB = ["RevokeSecurityGroup", ...Array(3).fill("DeleteRouteEntry")];

it("A begins to undo, each goes on by the line that the other is shown, and at the end both sides are as before", async () => {
  const stage = await openStage();
  const before = await connect(stage);
  const first = await typedByA(stage, undo(stage), 6);
  expect(first.writes.filter((write) => !write.endsWith("SecurityGroup"))).toEqual([
    ...ofA,
    "DeleteTransitRouterVpcAttachment",
  ]);
  expect(wordsOf(first.ended)).toContain(
    "the owner of vpc3, account shop, to delete the routes that lead to tr-attach-",
  );
  const theirs = lineIn(first.ended, "undo");
  const mine = await stage.shop.type(theirs);
  expect(mine, wordsOf(mine)).toMatchObject({ code: 6 });
  expect(wordsOf(mine)).toMatch(/account 1000000000000001, which owns cen-\w+, to detach vpc3 from it/);
  const second = await typedByA(stage, lineIn(mine, "undo"), 0);
  expect(second.writes).toEqual(["DeleteTransitRouterVpcAttachment"]);
  expect(await typed(stage, theirs)).toEqual(["RevokeInstanceFromTransitRouter"]);
  expect((await typedByA(stage, undo(stage), 0)).writes).toEqual([]);
  expect(await typed(stage, theirs)).toEqual([]);
  expect((await stage.settled()).things).toEqual(before.things);
});

it("B may begin as well: its grant stays as long as A has the VPC attached, and no revocation is tried", async () => {
  const stage = await openStage();
  const before = await connect(stage);
  const theirs = lineIn(await stage.hub.type(`${undo(stage)} --dry-run`), "undo");
  const since = stage.cloud.calls().length;
  expect((await typed(stage, theirs, 6)).toSorted()).toEqual(ofB.toSorted());
  expect(await typed(stage, theirs, 6)).toEqual([]);
  expect((await typedByA(stage, undo(stage), 0)).writes).toEqual(
    expect.arrayContaining([...ofA, "DeleteTransitRouterVpcAttachment"]),
  );
  expect(await typed(stage, theirs)).toEqual(["RevokeInstanceFromTransitRouter"]);
  expect((await stage.settled()).things).toEqual(before.things);
  expect(writesOf(stage, since).filter((write) => write.startsWith("2 Revoke"))).toHaveLength(2);
});
