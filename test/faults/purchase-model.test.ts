import { describe, expect, it } from "vitest";
import { explore } from "./explore.ts";
import { bounds, ours, type Protocol } from "./purchase-model.ts";

/** Idle for longer than D + E, so that a process may come back when all is over. */
const trouble = { crashes: 2, idle: 5, losses: 1 };
/** Enough for those that fail, who try again so often that more would take minutes. */
const little = { crashes: 1, idle: 3, losses: 1 };
const { commit, lag } = bounds;

const believe: Protocol["move"] = ({ intent }) => (intent?.state === "answered" ? "done" : "send");
/** Sends again whenever it is not sure. */
const retry: Protocol = { looks: false, forgets: true, move: believe };
/** Looks once before it sends. */
const lookOnce: Protocol = { looks: true, forgets: true, move: believe };
/** Writes down what it sends and hears too. */
const journal: Protocol = { looks: true, move: believe };

/** Of a million schedules. */
function perMillion(protocol: Protocol): number {
  const { schedules, twice } = explore(protocol, little);
  return Number((twice * 1_000_000n) / schedules);
}

describe("one purchase: client, cloud, crashes and lost answers in every order", () => {
  it("is made once at the most, and no client is left hanging", () => {
    const { states, schedules, twice, stuck } = explore(ours(commit, lag), trouble);
    expect(states).toBeGreaterThan(20_000);
    expect(schedules).toBeGreaterThan(10n ** 8n);
    expect({ twice, stuck }).toEqual({ twice: 0n, stuck: [] });
  });

  it("is made once at the most too where it costs nothing and nobody is asked", () => {
    const { twice, stuck } = explore(ours(commit, lag, false), trouble);
    expect({ twice, stuck }).toEqual({ twice: 0n, stuck: [] });
  });

  it.each([
    ["waits for neither", 0, 0],
    ["waits for lists only", 0, lag],
    ["waits for late requests only", commit, 0],
    ["waits a tick too little", commit, lag - 1],
  ])("is made twice by a client that %s", (_, commitBound, readLag) => {
    expect(perMillion(ours(commitBound, readLag, false))).toBeGreaterThan(0);
  });

  it.each([
    ["retries when unsure", retry],
    ["looks once", lookOnce],
    ["writes down and looks once", journal],
  ])("is made twice by a client that %s", (_, protocol) => {
    expect(perMillion(protocol)).toBeGreaterThan(10_000);
  });
});
