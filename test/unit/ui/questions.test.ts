import type { PassThrough } from "node:stream";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import type { Question } from "../../../src/engine/question.ts";
import type { SagctlError } from "../../../src/errors.ts";
import { say } from "../../../src/text.ts";
import { createHumanUi } from "../../../src/ui/human.ts";
import type { Terminal } from "../../../src/ui/terminal.ts";
import { FakeOutput, fakeInput, fakeTerminal } from "./fake-terminal.ts";

interface Seat {
  ask<T>(question: Question<T>): Promise<T>;
  /** Types keys once the words are on the screen. */
  type(words: string, keys: string): Promise<void>;
  /** What is on the screen, without escapes. */
  screen(): string;
  readonly stdin: PassThrough;
  readonly stdout: FakeOutput;
  readonly stop: AbortController;
}

/** A person at a terminal. */
function seat(columns = 80, more: Partial<Terminal> = {}): Seat {
  const stdin = fakeInput();
  const stdout = new FakeOutput(columns, true);
  const stop = new AbortController();
  const streams = { stdin, stdout, stderr: new FakeOutput(columns, true), stop: stop.signal };
  const terminal = fakeTerminal(columns, { canAsk: true, ...more });
  const ui = createHumanUi({ ...streams, terminal, cloudName: "real", quiet: false, verbose: false });
  let seen = 0;
  const type = async (words: string, keys: string) => {
    await stdout.shows(words, seen);
    seen = stdout.text.length;
    stdin.write(keys);
  };
  return { ask: (question) => ui.ask(question), type, screen: () => withoutEscapes(stdout.text), stdin, stdout, stop };
}

function withoutEscapes(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: escapes are what is taken out
  return text.replace(/\u001b\[[0-9;?]*[A-Za-z]/g, "");
}

const down = "\u001b[B";
const enter = "\r";
const space = " ";

const vpcs: Question<readonly string[]> = {
  flag: "vpc",
  message: say`Which VPCs should the branch reach?`,
  kind: "choose-many",
  choices: [
    { value: "hangzhou", columns: ["hangzhou-prod", "cn-hangzhou", "10.1.0.0/16", "3 instances"], checked: true },
    { value: "valley", columns: ["sv-prod", "us-west-1", "10.0.0.0/16", "1 instance"] },
    {
      value: "sandbox",
      columns: ["sandbox", "cn-hangzhou", "172.16.0.0/16"],
      disabled: say`clashes with the branch's 172.16.0.0/12`,
    },
  ],
  check: (names) => (names.length === 0 ? say`Choose at least one.` : undefined),
};

const region: Question<string> = {
  flag: "area",
  message: say`Where is the branch?`,
  kind: "choose-one",
  choices: [
    { value: "mainland-china", columns: ["Mainland China", "cn-shanghai"] },
    { value: "singapore", columns: ["Singapore", "ap-southeast-1"] },
  ],
};

const cidr: Question<string> = {
  flag: "cidr",
  message: say`Which addresses has the branch?`,
  kind: "text",
  initial: "172.16.0.0/12",
  check: (text) => (text.includes("/") ? undefined : say`${text} has no prefix length.`),
};

describe("choices", () => {
  it("stand in columns, with what is checked and what cannot be chosen", async () => {
    const { ask, type, screen } = seat(100);
    const answer = ask(vpcs);
    await type("enter goes on", `${down}${space}${enter}`);
    expect(await answer).toEqual(["hangzhou", "valley"]);
    const lines = screen().split("\n");
    expect(lines.slice(0, 4)).toEqual([
      "? Which VPCs should the branch reach?",
      "❯ ◉ hangzhou-prod   cn-hangzhou   10.1.0.0/16     3 instances",
      "  ◯ sv-prod         us-west-1     10.0.0.0/16     1 instance",
      "  ◯ sandbox         cn-hangzhou   172.16.0.0/16   clashes with the branch's 172.16.0.0/12",
    ]);
  });

  it("and what is proposed are broken between words", async () => {
    const { ask, type, screen } = seat(40);
    const columns = ["Buy SAG-1000, two devices, cold standby", "10 to 500 Mbit/s"];
    const message = say`Bandwidth between here and the Pacific in Mbit/s (2 to 10000)`;
    const choice = ask({ flag: "gateway", message: say`Which?`, kind: "choose-one", choices: [{ value: 1, columns }] });
    await type("enter goes on", enter);
    await choice;
    const mbps = ask({ flag: "mbps", message, kind: "number", initial: 10_000 });
    await type("(10000)", enter);
    await mbps;
    expect(screen()).toMatch(/cold\n +standby\n/);
    expect(screen()).toMatch(/\n {2}10000\) \(10000\)/);
  });

  it("stand below their names in a narrow window, and nothing overflows", async () => {
    const { ask, type, screen } = seat(40);
    const answer = ask(vpcs);
    await type("enter goes on", enter);
    expect(await answer).toEqual(["hangzhou"]);
    const lines =
      screen()
        .split(/(?<=enter goes on)/)[0]
        ?.split("\n") ?? [];
    expect(lines.filter((line) => line.length > 40)).toEqual([]);
    expect(lines.slice(0, 8)).toEqual([
      "? Which VPCs should the branch reach?",
      "❯ ◉ hangzhou-prod",
      "      cn-hangzhou  10.1.0.0/16",
      "      3 instances",
      "  ◯ sv-prod",
      "      us-west-1  10.0.0.0/16",
      "      1 instance",
      "  ◯ sandbox",
    ]);
  });
});

describe("the choice made", () => {
  it("is checked as it is given, and the message is shown", async () => {
    const { ask, type, screen } = seat();
    const answer = ask(vpcs);
    await type("enter goes on", `${space}${enter}`);
    await type("Choose at least one.", `${space}${enter}`);
    expect(await answer).toEqual(["hangzhou"]);
    expect(screen()).toContain("Choose at least one.");
  });

  it("starts at the initial one", async () => {
    const { ask, type } = seat();
    const answer = ask({ ...region, initial: "singapore" });
    await type("enter goes on", enter);
    expect(await answer).toBe("singapore");
  });

  it("of one is asked for again when the check says no", async () => {
    const { ask, type } = seat();
    const answer = ask({ ...region, check: (one) => (one === "singapore" ? undefined : say`Not there.`) });
    await type("enter goes on", enter);
    await type("Not there.", "");
    await type("enter goes on", `${down}${enter}`);
    expect(await answer).toBe("singapore");
  });
});

describe("typed answers", () => {
  it("have the initial value for an empty line", async () => {
    const { ask, type } = seat();
    const answer = ask(cidr);
    await type("(172.16.0.0/12)", enter);
    expect(await answer).toBe("172.16.0.0/12");
  });

  it("are checked, and can be mended", async () => {
    const { ask, type } = seat();
    const answer = ask(cidr);
    await type("Which addresses", `10.64.0.0${enter}`);
    await type("has no prefix length.", `/12${enter}`);
    expect(await answer).toBe("10.64.0.0/12");
  });

  it("are numbers where a number is wanted, by the question's own form", async () => {
    const { ask, type } = seat();
    const form = z.number().int().max(10, "At most 10 Mbit/s.");
    const check = (mbps: number) => (mbps > 1 ? undefined : say`At least ${2} Mbit/s here.`);
    const answer = ask<number>({ flag: "bandwidth-mbps", message: say`How much?`, kind: "number", form, check });
    await type("How much?", `ten${enter}`);
    await type("Give a number.", `\u007f\u007f\u007f20${enter}`);
    await type("At most 10 Mbit/s.", `\u007f\u007f1${enter}`);
    await type("At least 2 Mbit/s here.", `\u007f5${enter}`);
    expect(await answer).toBe(5);
  });

  it("of a form are asked one after the other", async () => {
    const { ask, type } = seat();
    const form = z.object({ name: z.string(), email: z.email("No e-mail address."), phone: z.string().optional() });
    const fields = [
      { name: "name", label: "Name" },
      { name: "email", label: "E-mail" },
      { name: "phone", label: "Phone", optional: true },
    ] as const;
    const answer = ask({ flag: "ship-to", message: say`Where to?`, kind: "form", form, fields } as Question<unknown>);
    await type("Name", `Zhang San${enter}`);
    await type("E-mail", `zhang${enter}`);
    await type("No e-mail address.", `@example.com${enter}`);
    await type("Phone (optional)", enter);
    expect(await answer).toEqual({ name: "Zhang San", email: "zhang@example.com" });
  });

  it("say no to a confirmation by default", async () => {
    const { ask, type } = seat();
    const answer = ask<boolean>({ flag: "yes", message: say`Undo these 8 things?`, kind: "confirm" });
    await type("(y/N)", enter);
    expect(await answer).toBe(false);
  });
});

describe("a question that is left", () => {
  it.each([
    ["Ctrl-C", "\u0003"],
    ["Ctrl-D", "\u0004"],
  ])("by %s ends as interrupted", async (_, key) => {
    const { ask, type } = seat();
    const answer = ask(region);
    await type("enter goes on", key);
    await expect(answer).rejects.toMatchObject({ kind: "interrupted" });
  });

  it("because stdin ends does not hang", async () => {
    const { ask, stdin, stdout } = seat();
    const answer = ask(cidr);
    await stdout.shows("Which addresses");
    stdin.end();
    await expect(answer).rejects.toMatchObject({ kind: "interrupted" });
  });

  it("because the run is stopped ends as interrupted", async () => {
    const { ask, stdout, stop } = seat();
    const answer = ask(cidr);
    await stdout.shows("Which addresses");
    stop.abort();
    await expect(answer).rejects.toMatchObject({ kind: "interrupted" });
  });
});

describe("what is not asked", () => {
  it("is shown with its reason when there is one sensible answer", async () => {
    const { ask, screen } = seat();
    const settled = { value: "singapore", because: say`the only one with a gateway` };
    expect(await ask({ ...region, settled })).toBe("singapore");
    expect(screen()).toBe(
      "✔ Where is the branch?      Singapore  ap-southeast-1\n                            (the only one with a gateway)\n",
    );
  });

  it("keeps the values of a settled form to itself", async () => {
    const { ask, screen } = seat();
    const settled = { value: { name: "Zhang San" }, because: say`as in the file` };
    await ask({ flag: "ship-to", message: say`Shipping address`, kind: "form", settled });
    expect(screen()).toBe("✔ Shipping address          (as in the file)\n");
  });

  it("ends the run when nobody is there, naming the flag", async () => {
    const { ask, screen } = seat(80, { canAsk: false });
    await expect(ask(cidr)).rejects.toMatchObject({ kind: "usage", code: "missing-value" });
    await expect(ask({ ...cidr, flag: "--cidr" })).rejects.toThrow("Missing value: --cidr.");
    const yes = { flag: "yes", message: say`Go on?`, kind: "confirm" } as const;
    const error = await ask<boolean>(yes).catch((one: SagctlError) => one);
    expect(error).toMatchObject({ tryThis: [{ template: "Give {0} if that is what you want.", values: ["--yes"] }] });
    expect(screen()).toBe("");
  });
});

describe("questions at a dumb terminal", () => {
  const dumb = { canRedraw: false, unicode: false };

  it("are plain lines without escapes", async () => {
    const { ask, type, stdout } = seat(80, dumb);
    const answer = ask(vpcs);
    await type("Numbers, with commas:", "3\n");
    await type("Give numbers of the list.", "1, 2\n");
    expect(await answer).toEqual(["hangzhou", "valley"]);
    expect(stdout.text).not.toContain("\u001b");
    expect(stdout.text).toContain("1  hangzhou-prod");
  });

  it("take what is marked for an empty line, and one only where one is wanted", async () => {
    const { ask, type } = seat(80, dumb);
    const one = ask({ ...region, initial: "singapore" });
    await type("Number:", "1,2\n");
    await type("Give one number of the list.", "\n");
    expect(await one).toBe("singapore");
  });

  it("check text and understand yes and no", async () => {
    const { ask, type } = seat(80, dumb);
    const text = ask(cidr);
    await type("(172.16.0.0/12):", "10.64.0.0\n");
    await type("has no prefix length.", "\n");
    expect(await text).toBe("172.16.0.0/12");
    const yes = ask<boolean>({ flag: "yes", message: say`Go on?`, kind: "confirm", initial: true });
    await type("(Y/n):", "perhaps\n");
    await type("Answer y or n.", "n\n");
    expect(await yes).toBe(false);
  });

  it("end as interrupted when stdin ends", async () => {
    const { ask, stdin } = seat(80, dumb);
    const answer = ask(cidr);
    stdin.end();
    await expect(answer).rejects.toMatchObject({ kind: "interrupted" });
  });
});
