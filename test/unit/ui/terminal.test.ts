import { describe, expect, it } from "vitest";
import { readTerminal } from "../../../src/ui/terminal.ts";
import { FakeOutput, fakeInput } from "./fake-terminal.ts";

function read(
  env: Record<string, string>,
  more: { out?: boolean; err?: boolean; in?: boolean; noColour?: boolean; columns?: number } = {},
) {
  const stdin = Object.assign(fakeInput(), { isTTY: more.in ?? true });
  const stdout = new FakeOutput(more.columns ?? 100, more.out ?? true);
  const stderr = new FakeOutput(more.columns ?? 100, more.err ?? true);
  const terminal = readTerminal({ stdin, stdout, stderr, env, noColour: more.noColour ?? false });
  return { terminal, stdout, stderr };
}

describe("what the terminal can do", () => {
  it("has colour, a spinner and questions at a terminal", () => {
    const { terminal } = read({ TERM: "xterm-256color", LANG: "en_US.UTF-8" });
    expect(terminal).toMatchObject({ colour: { stdout: true, stderr: true }, live: true, unicode: true, canAsk: true });
  });

  it("reads the width again after a resize, within bounds", () => {
    const { terminal, stdout, stderr } = read({});
    expect(terminal.columns).toBe(100);
    stdout.columns = 40;
    expect(terminal.columns).toBe(40);
    stdout.columns = 5;
    expect(terminal.columns).toBe(32);
    stdout.columns = 500;
    expect(terminal.columns).toBe(120);
    stdout.columns = 0;
    stderr.columns = 0;
    expect(terminal.columns).toBe(80);
  });

  it("decides colour for each stream: a piped stdout has none although stderr is a terminal", () => {
    expect(read({}, { out: false }).terminal.colour).toEqual({ stdout: false, stderr: true });
  });
});

describe("what switches colour, questions and the spinner off", () => {
  it.each([
    ["NO_COLOR", { NO_COLOR: "1" }, false],
    ["TERM=dumb", { TERM: "dumb" }, false],
    ["--no-color", {}, true],
    ["NO_COLOR beside FORCE_COLOR", { NO_COLOR: "1", FORCE_COLOR: "1" }, false],
    ["FORCE_COLOR=0", { FORCE_COLOR: "0" }, false],
  ])("has no colour with %s", (_, env, noColour) => {
    expect(read(env, { noColour }).terminal.colour).toEqual({ stdout: false, stderr: false });
  });

  it("has colour in a pipe only by FORCE_COLOR", () => {
    expect(read({}, { out: false, err: false }).terminal.colour).toEqual({ stdout: false, stderr: false });
    expect(read({ FORCE_COLOR: "1" }, { out: false, err: false }).terminal.colour).toEqual({
      stdout: true,
      stderr: true,
    });
  });

  it.each([
    ["CI is set", { CI: "true" }, {}],
    ["stdin is no terminal", {}, { in: false }],
    ["stdout is no terminal", {}, { out: false }],
  ])("never asks when %s", (_, env, more) => {
    expect(read(env, more).terminal.canAsk).toBe(false);
  });

  it("has no spinner while the terminal reports no width: its rows could not be counted", () => {
    const { terminal, stderr } = read({});
    stderr.columns = 0;
    expect(terminal.live).toBe(false);
    stderr.columns = 80;
    expect(terminal.live).toBe(true);
  });

  it("has no spinner in CI, in a dumb terminal, or when stderr is piped", () => {
    expect(read({ CI: "1" }).terminal.live).toBe(false);
    expect(read({ TERM: "dumb" }).terminal.live).toBe(false);
    expect(read({}, { err: false }).terminal.live).toBe(false);
  });

  it("writes only ASCII signs where the locale says so", () => {
    expect(read({ LANG: "C" }).terminal.unicode).toBe(false);
    expect(read({ LANG: "C", LC_ALL: "C.UTF-8" }).terminal.unicode).toBe(true);
    expect(read({ TERM: "dumb", LANG: "en_US.UTF-8" }).terminal.unicode).toBe(false);
    expect(read({}).terminal.unicode).toBe(true);
  });
});
