import { describe, expect, it } from "vitest";
import { later } from "../../../src/api/call.ts";
import { SagctlError } from "../../../src/errors.ts";
import { say } from "../../../src/text.ts";
import { createHumanUi, type HumanParts } from "../../../src/ui/human.ts";
import type { Screens } from "../../../src/ui/screens.ts";
import { FakeOutput, fakeInput, fakeTerminal } from "./fake-terminal.ts";
import * as tutorial from "./tutorial.ts";

/** What a screen writes to stdout and stderr. */
function shown(columns: number, show: (ui: Screens) => void, more: Partial<HumanParts> = {}) {
  const stdout = new FakeOutput(columns);
  const stderr = new FakeOutput(columns);
  const streams = { stdin: fakeInput(), stdout, stderr, terminal: fakeTerminal(columns) };
  const ui = createHumanUi({ ...streams, cloudName: "tutorial-a", quiet: false, verbose: false, ...more });
  show(ui);
  return { out: `\n${stdout.text}`, err: `\n${stderr.text}` };
}

const header = (ui: Screens) =>
  ui.printHeader({
    doing: "tutorial A",
    network: { name: "beijing to hangzhou and silicon-valley", file: "examples/tutorial-a.yaml" },
    accounts: [{ name: "hub", uid: "1000000000000001", from: "profile prod (flag)" }],
  });

const plan = (ui: Screens) =>
  ui.printPlan(tutorial.plan, {
    next: [
      { command: "sagctl plan --calls", what: "the calls" },
      { command: "sagctl plan --permissions", what: "the rights it needs" },
    ],
  });

const waitingRun = (ui: Screens) => {
  ui.tell({ type: "planned", plan: tutorial.plan });
  for (const event of [tutorial.valleyDone, tutorial.ccnDone, tutorial.cenDone, tutorial.hangzhouDone]) ui.tell(event);
  for (const event of [tutorial.parcel, tutorial.heldUp, tutorial.purchaseDone]) ui.tell(event);
  ui.printOutcome({ again: "sagctl apply" });
};

const finish = (ui: Screens) => {
  ui.printPath([tutorial.picture]);
  ui.printSummary(tutorial.summary);
  ui.printNext([
    { command: "npx sagctl setup --simulate", what: "the wizard, on a simulated cloud of your own" },
    { command: "npx sagctl --help", what: "everything else" },
  ]);
};

describe("the top of a screen", () => {
  it("names an account once that has no other name than its id", () => {
    const uid = "2000000000000002";
    const { out } = shown(80, (ui) => ui.printHeader({ doing: "grant", accounts: [{ name: uid, uid }] }));
    expect(out.match(/2000000000000002/g)).toHaveLength(1);
  });

  it("says which cloud it is, at 80 columns", () => {
    expect(shown(80, header).out).toMatchInlineSnapshot(`
      "
      sagctl · tutorial A on the simulated cloud: nothing is real, nothing costs money

      Network  beijing to hangzhou and silicon-valley      examples/tutorial-a.yaml
      Account  hub 1000000000000001                        simulated: tutorial-a
      "
    `);
  });
  it("says which cloud it is, at 40 columns", () => {
    expect(shown(40, header).out).toMatchInlineSnapshot(`
      "
      sagctl · tutorial A on the simulated
      cloud: nothing is real, nothing costs
      money

      Network  beijing to hangzhou and
               silicon-valley
               examples/tutorial-a.yaml
      Account  hub 1000000000000001
               simulated: tutorial-a
      "
    `);
  });
  it("names the real cloud and where the key was found", () => {
    expect(shown(80, header, { cloudName: "real" }).out).toMatchInlineSnapshot(`
      "
      sagctl · tutorial A on Alibaba Cloud

      Network  beijing to hangzhou and silicon-valley      examples/tutorial-a.yaml
      Account  hub 1000000000000001                        profile prod (flag)
      "
    `);
  });
});

describe("a plan", () => {
  it("reads at 80 columns", () => {
    expect(shown(80, plan).out).toMatchInlineSnapshot(`
      "
        true      CEN found · CCN found · VPCs attached
      + buy       Gateway bought            SAG-100WM, stand-alone, 10 Mbit/s,
                                            12 months   asks before paying
      … wait      Device connected          a person cables it, usually about 2 d
      … wait      Gateway activated         for the gateway to come online, usually
                                            about 2 min
      + do        Regions connected         Hangzhou ⇄ Silicon Valley 5 Mbit/s
                                            CCN ⇄ Silicon Valley 5 Mbit/s   (10 of 10
                                            used)
        check     Path verified             ping hangzhou 10.1.0.10 from beijing

      3 changes, 1 of them a purchase. Nothing has been sent to the simulated cloud.

      Next   sagctl plan --calls          the calls
             sagctl plan --permissions    the rights it needs
      "
    `);
  });
  it("reads at 40 columns", () => {
    expect(shown(40, plan).out).toMatchInlineSnapshot(`
      "
        true
          CEN found · CCN found · VPCs
          attached
      + buy  Gateway bought
          SAG-100WM, stand-alone, 10 Mbit/s,
          12 months   asks before paying
      … wait  Device connected
          a person cables it, usually about
          2 d
      … wait  Gateway activated
          for the gateway to come online,
          usually about 2 min
      + do  Regions connected
          Hangzhou ⇄ Silicon Valley 5 Mbit/s
          CCN ⇄ Silicon Valley 5 Mbit/s   (10
          of 10 used)
        check  Path verified
          ping hangzhou 10.1.0.10 from beijing

      3 changes, 1 of them a purchase. Nothing
      has been sent to the simulated cloud.

      Next
        sagctl plan --calls
          the calls
        sagctl plan --permissions
          the rights it needs
      "
    `);
  });
  it("shows its calls with placeholders for personal data", () => {
    const { out } = shown(80, (ui) => ui.printCalls(tutorial.plan));
    expect(out).toMatchInlineSnapshot(`
      "
      1   Smartag CreateSmartAccessGateway   cn-shanghai   account hub
          SAG-100WM, stand-alone, 10 Mbit/s, 12 months
          ReceiverName    <shipTo.name>
          ReceiverMobile  <shipTo.mobile>
          HardWareSpec    sag-100wm
          Period          12

      2   Smartag Set   cn-shanghai   account hub
          Hangzhou ⇄ Silicon Valley 5 Mbit/s

      3   Smartag Set   cn-shanghai   account hub
          CCN ⇄ Silicon Valley 5 Mbit/s   (10 of 10 used)
      "
    `);
    expect(out).not.toMatch(/Zhang|139/);
  });
});

describe("a run that waits for a parcel", () => {
  it("reads at 80 columns, in the order of the list whatever the order of the ends", () => {
    expect(shown(80, waitingRun).out).toMatchInlineSnapshot(`
      "
      ✔ CEN found                 global  cen-a7k2m9x4q1w8e5r3t6
      ✔ CCN found                 default CCN of Mainland China
                                  ccn-4kd82hx0pq7m3v9zt1
      ✔ VPCs attached             hangzhou 10.1.0.0/16 · silicon-valley 10.0.0.0/16
      ✔ Gateway bought            sag-h4lfd0ne7k2m9x4q1w  SAG-100WM, stand-alone,
                                  10 Mbit/s, 12 months
                                  order 203333333333333  CNY 3,588.00 (invented price)
      … Device connected          shipped 14:03, expected within 48 h of the order

        Not yet                   Gateway activated

      Somebody must:  1  unpack, WAN port to the uplink, LAN port to the branch switch
                      2  wait for the CLOUD light to stay on

      Then run again:  sagctl apply
      It goes on from here. Nothing is bought twice.
      "
    `);
  });
  it("reads at 40 columns", () => {
    expect(shown(40, waitingRun).out).toMatchInlineSnapshot(`
      "
      ✔ CEN found
          global  cen-a7k2m9x4q1w8e5r3t6
      ✔ CCN found
          default CCN of Mainland China
          ccn-4kd82hx0pq7m3v9zt1
      ✔ VPCs attached
          hangzhou 10.1.0.0/16
          silicon-valley 10.0.0.0/16
      ✔ Gateway bought
          sag-h4lfd0ne7k2m9x4q1w  SAG-100WM,
          stand-alone, 10 Mbit/s, 12 months
          order 203333333333333  CNY 3,588.00
          (invented price)
      … Device connected
          shipped 14:03, expected within 48 h
          of the order

        Not yet
          Gateway activated

      Somebody must:
        1  unpack, WAN port to the uplink, LAN
           port to the branch switch
        2  wait for the CLOUD light to stay on

      Then run again:  sagctl apply
      It goes on from here. Nothing is bought
      twice.
      "
    `);
  });
});

describe("a check that fails", () => {
  const run = (ui: Screens) => {
    ui.tell(tutorial.probeOnly);
    ui.printOutcome({ again: "sagctl verify" });
  };
  it("says what is wrong and the command that mends it", () => {
    expect(shown(80, run).out).toMatchInlineSnapshot(`
      "
      ✖ Path verified             Silicon Valley 10.0.0.10: probe only
                                  A ping of 64 bytes passes, but there is no region
                                  connection between the CCN of Mainland China and
                                  Silicon Valley: what carried it is the free 1 kbit/s
                                  of test bandwidth. Real traffic will be lost.

      Mend it:  sagctl region-connection --only ccn/silicon-valley
      "
    `);
  });
});

describe("the end of a run", () => {
  it("draws the path and counts, at 80 columns", () => {
    expect(shown(80, finish).out).toMatchInlineSnapshot(`
      "
        Beijing 172.16.0.0/12
          └─ SAG ── CCN Mainland China ── CEN ─┬─ Hangzhou        10.1.0.10   31 ms
                                               └─ Silicon Valley  10.0.0.10  163 ms

      13 steps · 11 writes, 36 reads · 2 d 1 h of cloud time in 0.8 s
      Spent: CNY 3,588.00 (invented price)

      Next   npx sagctl setup --simulate  the wizard, on a simulated cloud of your own
             npx sagctl --help            everything else
      "
    `);
  });
  it("draws the path and counts, at 40 columns", () => {
    expect(shown(40, finish).out).toMatchInlineSnapshot(`
      "
      Beijing 172.16.0.0/12
      └─ SAG
         └─ CCN Mainland China
            └─ CEN
               ├─ Hangzhou
               │  10.1.0.10  31 ms
               └─ Silicon Valley
                  10.0.0.10  163 ms

      13 steps · 11 writes, 36 reads · 2 d 1 h
      of cloud time in 0.8 s
      Spent: CNY 3,588.00 (invented price)

      Next
        npx sagctl setup --simulate
          the wizard, on a simulated cloud of
          your own
        npx sagctl --help
          everything else
      "
    `);
  });
  it("draws with ASCII where there is nothing else", () => {
    expect(shown(80, finish, { terminal: fakeTerminal(80, { unicode: false }) }).out).toMatchInlineSnapshot(`
      "
        Beijing 172.16.0.0/12
          \`- SAG -- CCN Mainland China -- CEN -+- Hangzhou        10.1.0.10   31 ms
                                               \`- Silicon Valley  10.0.0.10  163 ms

      13 steps | 11 writes, 36 reads | 2 d 1 h of cloud time in 0.8 s
      Spent: CNY 3,588.00 (invented price)

      Next   npx sagctl setup --simulate  the wizard, on a simulated cloud of your own
             npx sagctl --help            everything else
      "
    `);
  });
});

describe("an error", () => {
  const cause = new Error("LTAI5tSimulatedHub0001:simulated-hub-secret-0001");
  const error = new SagctlError({
    kind: "cloud-refused",
    code: "cloud-refused",
    message: say`The cloud refused to activate ${"sag-h4lfd0ne7k2m9x4q1w"}: the order is not paid.`,
    tryThis: [say`pay order ${"203333333333333"} in the console`, say`sagctl apply`],
    requestId: "0D6D2B6C-6A7B-4C0B-8D0C-5E9F1A2B3C4D",
    cause,
  });
  const print = (ui: Screens) => ui.printError(error);

  it("goes to stderr with what to try and the request id, and without cause and stack", () => {
    const { out, err } = shown(80, print);
    expect(out).toBe("\n");
    expect(err).toMatchInlineSnapshot(`
      "
      ✖ The cloud refused to activate sag-h4lfd0ne7k2m9x4q1w: the order is not paid.

      Try this:  1  pay order 203333333333333 in the console
                 2  sagctl apply

      Request:  0D6D2B6C-6A7B-4C0B-8D0C-5E9F1A2B3C4D
      "
    `);
    expect(err).not.toContain("secret");
  });
  it("reads at 40 columns", () => {
    expect(shown(40, print).err).toMatchInlineSnapshot(`
      "
      ✖ The cloud refused to activate
        sag-h4lfd0ne7k2m9x4q1w: the order is
        not paid.

      Try this:
        1  pay order 203333333333333 in the
           console
        2  sagctl apply

      Request:
        0D6D2B6C-6A7B-4C0B-8D0C-5E9F1A2B3C4D
      "
    `);
  });
});

describe("undo", () => {
  const undo = (ui: Screens) =>
    ui.printUndoPlan({
      way: "undo",
      facts: new Map(),
      rows: [
        tutorial.row("region-connection/hangzhou", { is: "changes", now: [tutorial.purchase] }, [
          tutorial.change("Set", say`Hangzhou ⇄ Silicon Valley removed`, "destroys"),
        ]),
        tutorial.row("purchase/beijing", {
          is: "stays",
          because: say`subscription until 2027-11-23`,
          bills: say`Alibaba Cloud deletes it only when it is overdue and unbound`,
        }),
        tutorial.row("cen/global", {
          is: "stays",
          because: say`nothing proves that sagctl made it`,
          found: [tutorial.change("DeleteCen", say`delete`)],
        }),
      ],
    });
  it("says what goes, what stays and what keeps billing", () => {
    expect(shown(80, undo).out).toMatchInlineSnapshot(`
      "
      Will be undone, in this order
        Regions connected         Hangzhou ⇄ Silicon Valley removed

      Will stay and keep billing
        Gateway bought            subscription until 2027-11-23
                                  Alibaba Cloud deletes it only when it is overdue and
                                  unbound

      Found, but not made by sagctl: stays unless you say --include-found
        CEN found                 nothing proves that sagctl made it
      "
    `);
  });
});

describe("a run of undo", () => {
  const undo = {
    ...tutorial.plan,
    way: "undo" as const,
    rows: [
      tutorial.row("cen/global", { is: "not-needed", because: say`there is no such CEN` }),
      tutorial.row("region-connection/ccn", { is: "changes", now: [tutorial.purchase] }, [tutorial.purchase]),
    ],
  };
  it("shows what it has taken away, and not what was never there", () => {
    const { out } = shown(80, (ui) => {
      ui.tell({ type: "planned", plan: undo });
      ui.tell(tutorial.ended("cen/global", { is: "not-needed", because: say`there is no such CEN` }));
      ui.tell(tutorial.ended("region-connection/ccn", { is: "not-needed", because: say`not connected` }));
    });
    expect(out).toBe("\n- Regions connected         not connected\n");
  });
  it("says once what stays, but why something stays that was to go", () => {
    const attached = { is: "stays", because: say`hangzhou was attached before sagctl` } as const;
    const rows = [...undo.rows, tutorial.row("attach/hangzhou", attached)];
    const { out } = shown(80, (ui) => {
      ui.tell({ type: "planned", plan: { ...undo, rows } });
      ui.tell(tutorial.ended("cen/global", { is: "not-needed", because: say`there is no such CEN` }));
      ui.tell(tutorial.ended("attach/hangzhou", attached));
      ui.tell(tutorial.ended("region-connection/ccn", { is: "stays", because: say`others use it` }));
    });
    expect(out).toBe("\n= Regions connected         others use it\n");
  });
});

describe("a plan's words", () => {
  it("name what has no id yet, say no verb twice and no sentence twice", () => {
    const wait = { is: "settling", until: say`the steps before it`, expectMs: 0 } as const;
    const bind = tutorial.change("Bind", say`bind ${"<purchase/beijing.id>"} to the CCN`);
    const buy = tutorial.change("Buy", say`buy a package`, "costs-money");
    const rows = [
      tutorial.row("purchase/x", { is: "changes", now: [buy] }, [buy]),
      tutorial.row("activate/x", { is: "changes", now: [bind] }, [bind]),
      tutorial.row("ping/a", wait),
      tutorial.row("ping/b", wait),
    ];
    const { out } = shown(80, (ui) => ui.printPlan({ ...tutorial.plan, rows }), { cloudName: "real" });
    expect(out).toBe(`
+ buy       Gateway bought            a package   asks before paying
+ do        Gateway activated         bind beijing (new) to the CCN
… wait      Path verified             for the steps before it

2 changes, 1 of them a purchase. Nothing has been sent to Alibaba Cloud.
`);
  });
});

describe("what somebody must do", () => {
  const placing = (text: string, whose: string) => text.replace("sagctl attach", `sagctl attach (for the ${whose})`);
  const blocked = (who: "person" | "account") => (ui: Screens) => {
    ui.tell(tutorial.ended("attach/x", { is: "blocked", who, on: say`x`, tryThis: [say`sagctl attach`] }));
    ui.printOutcome({ again: "sagctl apply" });
  };
  it("is said to them: in another account other files and keys are at hand", () => {
    expect(shown(80, blocked("person"), { placing }).out).toContain("sagctl attach (for the reader)");
    expect(shown(80, blocked("account"), { placing }).out).toContain("sagctl attach (for the other account)");
  });
});

describe("what several items ask of another account", () => {
  const line = (what: string) =>
    ({ is: "blocked", who: "account", on: say`${what}`, tryThis: [say`sagctl undo`] }) as const;
  const hidden = { ...line("not readable"), tryThis: [], unseen: true, elsewhere: true } as const;

  it("is asked once when the run is over, with the names of all", () => {
    const ended = (ui: Screens) => {
      for (const item of ["attach/x", "cen/x"] as const) ui.tell(tutorial.ended(item, line(item)));
      ui.tell(tutorial.ended("ccn/x", { ...line("ccn"), tryThis: [say`sagctl apply`] }));
      ui.printOutcome({ again: "sagctl undo" });
    };
    const { out } = shown(80, ended);
    expect(out.match(/: {2}sagctl undo\n\n/g)).toHaveLength(1);
    expect(out).toMatch(/ · .*\. In the other account:/);
  });

  it("is said once in the plan of an undo, and not again when it has ended so", () => {
    const rows = (["attach/x", "cen/x", "ccn/x"] as const).map((item) => tutorial.row(item, hidden));
    const undo = (ui: Screens) => {
      ui.tell({ type: "planned", plan: { way: "undo", facts: new Map(), rows } });
      ui.printUndoPlan({ way: "undo", facts: new Map(), rows: [...rows, tutorial.row("grant/x", line("a word"))] });
      for (const { item } of rows) ui.tell(tutorial.ended(item, hidden));
      ui.printOutcome({ again: "sagctl undo", way: "undo", isOver: true });
    };
    expect(shown(80, undo).out.match(/not readable/g)).toHaveLength(1);
    expect(shown(80, undo).out).toContain("… The other account");
  });

  it("is said with what to type where nothing is carried out", () => {
    const plan = { way: "undo", facts: new Map(), rows: [tutorial.row("grant/x", line("a word"))] } as const;
    expect(shown(80, (ui) => ui.printUndoPlan(plan, { isAll: true })).out).toContain(
      "In the other account:  sagctl undo",
    );
    expect(shown(80, (ui) => ui.printUndoPlan(plan)).out).not.toContain("sagctl undo");
  });
});

describe("a run in which a person said no", () => {
  const declined = (ui: Screens) => {
    ui.tell(tutorial.ended("purchase/beijing", { is: "declined", change: say`buy SAG-100WM` }));
  };
  it("names the line that asks again, once", () => {
    const only = (ui: Screens) => {
      declined(ui);
      ui.printOutcome({ again: "sagctl apply" });
    };
    expect(shown(80, only).out).toContain("\nTo be asked again:  sagctl apply\n");
    const waiting = (ui: Screens) => {
      ui.tell(tutorial.parcel);
      only(ui);
    };
    expect(shown(80, waiting).out.match(/sagctl apply/g)).toHaveLength(1);
  });
});

describe("a command at the end of a sentence", () => {
  const see = say`See all that the plan holds: sagctl plan -f ${"'offices/bei jing.yaml'"} --simulate`;
  const refused = (ui: Screens) =>
    ui.printError(new SagctlError({ kind: "guard", code: "x", message: say`No.`, tryThis: [see] }));
  it("stands on lines of its own that a shell takes, unless all of it fits on one", () => {
    expect(shown(100, refused).err).toContain("Try this:  See all that the plan holds: sagctl plan -f");
    expect(shown(44, refused).err).toContain(`Try this:
  See all that the plan holds:
  sagctl plan -f 'offices/bei jing.yaml' \\
      --simulate
`);
  });
});

describe("a table", () => {
  const table = {
    head: ["scenario", "about"],
    rows: [["tutorial-a", "The legacy cloud of tutorial A: a CEN with two VPCs and a default CCN; the rest is to do."]],
  };
  it("wraps its widest column where that is enough", () => {
    expect(shown(80, (ui) => ui.printTable("scenarios", table)).out).toBe(`
scenario    about
tutorial-a  The legacy cloud of tutorial A: a CEN with two VPCs and a default
            CCN; the rest is to do.
`);
  });
  it("of too many columns becomes records with their names in a column", () => {
    const wide = { head: ["order", "a", "b", "c"], rows: [["1".repeat(25), "2".repeat(25), "3".repeat(25), "x y"]] };
    expect(shown(80, (ui) => ui.printTable("wide", wide)).out).toBe(`
order  ${"1".repeat(25)}
a      ${"2".repeat(25)}
b      ${"3".repeat(25)}
c      x y
`);
  });
});

describe("a wait of people who act by themselves", () => {
  it("is one line, without what they must do", () => {
    const event = { type: "waiting", item: "connect/x", title: "Device connected", for: say`the parcel` } as const;
    const wait = (ui: Screens) => ui.tell({ ...event, who: "person", untilMs: 1, tryThis: [say`cable it`] });
    expect(shown(80, wait, { virtualTime: true }).err).toBe("\n… Device connected          the parcel\n");
    expect(shown(80, wait).err).toContain("Somebody must:  cable it");
  });
});

describe("status", () => {
  const status = (ui: Screens) =>
    ui.printStatus({
      rows: [
        {
          is: "true",
          title: "Gateway bought",
          name: "beijing",
          id: "sag-h4lfd0ne7k2m9x4q1w",
          says: [say`online`],
          endsAt: Date.UTC(2027, 10, 23),
        },
        { is: "pending", title: "Regions connected", says: [say`Hangzhou ⇄ Silicon Valley is missing`] },
      ],
      tables: [
        {
          heading: "Routes",
          head: ["Region", "Destination", "Next hop"],
          rows: [
            ["cn-hangzhou", "172.16.0.0/12", "ccn-4kd82hx0pq7m3v9zt1"],
            ["us-west-1", "10.1.0.0/16", "vpc-bp1hz0prod4k7m2x9q3w1"],
          ],
        },
      ],
    });
  it("has names before ids and tables in columns, at 80 columns", () => {
    expect(shown(80, status).out).toMatchInlineSnapshot(`
      "
      ✔ Gateway bought            beijing  sag-h4lfd0ne7k2m9x4q1w  online
                                  until 2027-11-23
      + Regions connected         Hangzhou ⇄ Silicon Valley is missing

      Routes
      Region       Destination    Next hop
      cn-hangzhou  172.16.0.0/12  ccn-4kd82hx0pq7m3v9zt1
      us-west-1    10.1.0.0/16    vpc-bp1hz0prod4k7m2x9q3w1
      "
    `);
  });
  it("says of an id that is still to come whose it will be, as a plan does", () => {
    const says = [say`attach hangzhou to CEN ${later("cen/global", "id")}`];
    const { out } = shown(80, (ui) => ui.printStatus({ rows: [{ is: "pending", title: "VPCs attached", says }] }));
    expect(out).toContain("attach hangzhou to CEN global (new)");
  });
  it("says no name and no id twice, and has neighbours alike in one entry", () => {
    const vpc = { is: "true", title: "VPCs attached" } as const;
    const rows = [
      { ...vpc, name: "hangzhou", id: "vpc-bp1", says: [say`hangzhou 10.1.0.0/16`] },
      { ...vpc, name: "silicon-valley", id: "vpc-rj9", says: [say`silicon-valley 10.0.0.0/16 (vpc-rj9)`] },
      { ...vpc, title: "Path configured", name: "beijing/hangzhou/10.1.0.10", says: [say`hangzhou 10.1.0.10`] },
    ];
    expect(shown(80, (ui) => ui.printStatus({ rows })).out).toBe(`
✔ VPCs attached             hangzhou 10.1.0.0/16  vpc-bp1
                            silicon-valley 10.0.0.0/16 (vpc-rj9)
✔ Path configured           beijing  hangzhou 10.1.0.10
`);
  });
  it("turns tables into records at 40 columns", () => {
    expect(shown(40, status).out).toMatchInlineSnapshot(`
      "
      ✔ Gateway bought
          beijing  sag-h4lfd0ne7k2m9x4q1w
          online
          until 2027-11-23
      + Regions connected
          Hangzhou ⇄ Silicon Valley is missing

      Routes
      Region  cn-hangzhou
      Destination  172.16.0.0/12
      Next hop  ccn-4kd82hx0pq7m3v9zt1

      Region  us-west-1
      Destination  10.1.0.0/16
      Next hop  vpc-bp1hz0prod4k7m2x9q3w1
      "
    `);
  });
});

describe("in a pipe", () => {
  const waiting = {
    type: "waiting",
    item: "activate/beijing",
    title: "Gateway activated",
    for: say`the gateway to come online`,
    who: "cloud",
    untilMs: 120_000,
    tryThis: [],
  } as const;

  it("says each wait once, on stderr", () => {
    const { out, err } = shown(80, (ui) => {
      ui.tell(waiting);
      ui.tell({ ...waiting, untilMs: 60_000 });
    });
    expect(out).toBe("\n");
    expect(err).toBe(
      "\n… Gateway activated         waits for the gateway to come online, within about\n                            2 min\n",
    );
  });

  it("says results and trouble when quiet, and nothing on the way", () => {
    const run = (ui: Screens) => {
      header(ui);
      ui.tell(waiting);
      ui.tell(tutorial.cenDone);
      ui.tell(tutorial.probeOnly);
      finish(ui);
    };
    const { out, err } = shown(80, run, { quiet: true });
    expect(err).toBe("\n");
    expect(out).toContain("✔ CEN found");
    expect(out).toContain("✖ Path verified");
    expect(out).not.toMatch(/steps|Next|sagctl/);
  });
});

describe("a wait for the world outside", () => {
  const grant = {
    type: "waiting",
    item: "connect/beijing",
    title: "Device connected",
    for: say`the parcel is on its way`,
    who: "person",
    untilMs: 172_800_000,
    tryThis: [say`cable it`],
  } as const;
  const run = (ui: Screens) => {
    ui.tell({ type: "planned", plan: tutorial.plan });
    ui.tell(tutorial.cenDone);
    ui.tell(tutorial.heldUp);
    ui.tell(tutorial.probeOnly);
    ui.tell(grant);
  };

  it("lets what is finished further down the list overtake, because it may take days", () => {
    expect(shown(80, run).out).toContain("✖ Path verified");
  });
  it("keeps the order of the list where time is virtual", () => {
    expect(shown(80, run, { virtualTime: true }).out).not.toContain("Path verified");
  });
});
