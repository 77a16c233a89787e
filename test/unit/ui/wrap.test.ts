import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { commandLines, isCommand } from "../../../src/ui/layout/command-line.ts";
import { displayWidth } from "../../../src/ui/layout/display-width.ts";
import { wrap } from "../../../src/ui/layout/wrap.ts";

/** Units apart: they share a line with the number before them, however long it is. */
const word = fc
  .stringMatching(/^[a-z0-9.,/-]{1,30}$/)
  .filter((one) => !/^(ms|s|min|h|d|days?|months?|instances?|gateways?)$/.test(one));

describe("wrap", () => {
  it("hangs further lines under the first", () => {
    expect(wrap("unpack, WAN port to the uplink, LAN port to the branch switch", 4, 40)).toEqual([
      "    unpack, WAN port to the uplink, LAN",
      "    port to the branch switch",
    ]);
  });

  it("keeps a number with its unit, and a price with its currency", () => {
    expect(wrap("a connection of 10 Mbit/s", 0, 18)).toEqual(["a connection of", "10 Mbit/s"]);
    expect(wrap("the order costs CNY 3,588.00", 0, 20)).toEqual(["the order costs", "CNY 3,588.00"]);
  });

  it("keeps the wider gaps that set ids apart, and drops them at the end of a line", () => {
    expect(wrap("global  cen-a7", 0, 20)).toEqual(["global  cen-a7"]);
    expect(wrap("global  cen-a7", 0, 10)).toEqual(["global", "cen-a7"]);
  });

  it("moves a word to the left that has no room behind the indent", () => {
    expect(wrap("id vpc-bp1hz0prod4k7m2x9q3w1", 20, 30)).toEqual([
      "                    id",
      "     vpc-bp1hz0prod4k7m2x9q3w1",
    ]);
  });

  it("counts Chinese names as two columns a letter", () => {
    expect(displayWidth("杭州 a")).toBe(6);
    expect(wrap("杭州生产 上海生产", 0, 9)).toEqual(["杭州生产", "上海生产"]);
  });

  it("leaves no line longer than the columns unless it is one word, and loses no word", () => {
    fc.assert(
      fc.property(
        fc.array(word, { maxLength: 30 }),
        fc.nat(30),
        fc.integer({ min: 20, max: 120 }),
        (words, indent, columns) => {
          const lines = wrap(words.join(" "), indent, columns);
          for (const line of lines) expect(line.length <= columns || !line.trimStart().includes(" ")).toBe(true);
          expect(lines.map((line) => line.trim()).join(" ")).toBe(words.join(" "));
        },
      ),
    );
  });
});

describe("a command over several lines", () => {
  const command = "sagctl grant --vpc vpc-t4x --region ap-southeast-1 --note 'two words here' --payer cen-owner";

  it("can be copied into a shell: each line but the last ends in a backslash", () => {
    expect(commandLines(command, 2, 40)).toEqual([
      "  sagctl grant --vpc vpc-t4x \\",
      "      --region ap-southeast-1 \\",
      "      --note 'two words here' \\",
      "      --payer cen-owner",
    ]);
  });

  it("stays on one line where it fits to the last column", () => {
    expect(commandLines(command, 0, command.length)).toEqual([command]);
    expect(commandLines(command, 0, command.length - 1)).toHaveLength(2);
  });

  it("is the same command when it is put together again", () => {
    fc.assert(
      fc.property(fc.array(word, { minLength: 1 }), fc.integer({ min: 20, max: 120 }), (words, columns) => {
        const lines = commandLines(words.join(" "), 2, columns);
        const joined = lines.map((line) => line.replace(/ \\$/, "").trim()).join(" ");
        expect(joined).toBe(words.join(" "));
      }),
    );
  });
});

describe("a line to be typed", () => {
  it.each([
    "sagctl apply",
    "npx sagctl setup --simulate",
    "sagctl simulate faults add '{}'",
    "sagctl init > office.yaml",
    "sagctl undo --only vpc3 --yes",
    "ping -c 4 10.0.0.1",
  ])("is %s", (text) => {
    expect(isCommand(text)).toBe(true);
  });

  it.each(["sagctl keeps them. Delete them first", "sagctl makes it, and asks before", "Run sagctl apply"])(
    "is not %s",
    (text) => {
      expect(isCommand(text)).toBe(false);
    },
  );
});

it("a count stays on one line with what is counted", () => {
  expect(wrap("vpc-t4nvpc3h3j0s6u2z7g4p8  1 instance", 0, 34)).toEqual(["vpc-t4nvpc3h3j0s6u2z7g4p8", "1 instance"]);
});
