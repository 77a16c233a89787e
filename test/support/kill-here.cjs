// Loaded into a sagctl process (--require) before anything of its own: kills it, as SIGKILL does, at the first point in
// its life at which no process of the chain has died yet. KILL_HERE: {"notes": file of the deaths so far, "every": N,
// "seed": S} takes one point in N, drawn by its name, all on the way of an order
// and one while it waits; {"notes", "at": name} takes this point alone.
const { createHash } = require("node:crypto");
const fs = require("node:fs");
const http = require("node:http");

const { notes, every = 1, seed = 0, eachWrite = false, at } = JSON.parse(process.env.KILL_HERE);
const dead = new Set(fs.existsSync(notes) ? fs.readFileSync(notes, "utf8").split("\n") : []);

const always =
  /^(sleep 1: sent|Create(SmartAccessGateway|CenBandwidthPackage) |[^:]*#buy, sending: (flushed|on the platter))/;
const ofWrite = /^[A-Z]\w+ [0-9a-f]{6}: (before sending|answered, not read)$|, sending: half written$/;

function isChosen(name) {
  if (at !== undefined) return name === at;
  if (dead.has(name)) return false;
  if (always.test(name) || (eachWrite && ofWrite.test(name))) return true;
  return createHash("sha256").update(`${seed} ${name}`).digest().readUInt16BE() % every === 0;
}

/** A point is named after what is under way and how far it has come: "purchase/beijing#buy, sending: half written". */
function point(what, moment) {
  const name = `${what}: ${moment}`;
  if (!isChosen(name)) return;
  fs.appendFileSync(notes, `${name}\n`);
  process.kill(process.pid, "SIGKILL");
}

const isFresh = (path) => /\/state\.json\.new$/.test(String(path));
const isBackup = (path) => /\/state\.json\.bak\.new$/.test(String(path));
const isHolder = (path) => /\/state\.json\.holder$/.test(String(path));

let intents = {};
let saving = "diary";

/** The intent that this save is about, and what it says of it. */
function subjectOf(text) {
  const next = JSON.parse(text).intents;
  const [key = "diary"] = Object.keys(next).filter((one) => JSON.stringify(next[one]) !== JSON.stringify(intents[one]));
  intents = next;
  return `${key}, ${next[key]?.state ?? "nothing"}`;
}

const { open, rename, readFile, rm } = fs.promises;

fs.promises.readFile = async (path, ...rest) => {
  const text = await readFile(path, ...rest);
  if (String(path).endsWith("/state.json")) intents = JSON.parse(text).intents;
  return text;
};

fs.promises.open = async (path, flags, ...rest) => {
  const handle = await open(path, flags, ...rest);
  const { writeFile, sync } = handle;
  handle.writeFile = async (text, ...more) => {
    if (isFresh(path)) saving = subjectOf(text);
    const what = isFresh(path) ? saving : isBackup(path) ? "backup" : isHolder(path) ? "holder of the lock" : undefined;
    if (what === undefined) return writeFile.call(handle, text, ...more);
    point(what, "empty file");
    fs.writeSync(handle.fd, text.slice(0, text.length / 2), 0);
    point(what, "half written");
    fs.ftruncateSync(handle.fd);
    fs.writeSync(handle.fd, text, 0);
    point(what, "written");
  };
  handle.sync = async () => {
    await sync.call(handle);
    if (isFresh(path)) point(saving, "flushed");
    if (flags === "r" && String(path).includes(".sagctl")) point(saving, "on the platter");
  };
  return handle;
};

fs.promises.rename = async (from, to) => {
  await rename(from, to);
  if (isFresh(from)) point(saving, "renamed");
  if (isBackup(from)) point("backup", "renamed");
};

fs.promises.rm = async (path, options) => {
  await rm(path, options);
  if (isHolder(path)) point("lock", "holder gone");
};

const { mkdir, rmdir } = fs;
const lockOf = (path) => /\/state\.json(\.door)?\.lock$/.exec(String(path));
const nameOf = ([, door]) => (door ? "door of the lock" : "lock");

fs.mkdir = (path, ...rest) => {
  const done = rest.pop();
  mkdir(path, ...rest, (error, ...more) => {
    const lock = lockOf(path);
    if (lock && !error) point(nameOf(lock), "taken");
    done(error, ...more);
  });
};

fs.rmdir = (path, ...rest) => {
  const done = rest.pop();
  rmdir(path, ...rest, (error) => {
    const lock = lockOf(path);
    if (lock && !error) point(nameOf(lock), "let go");
    done(error);
  });
};

const { request } = http;
const asked = new Map();

/** Which call a body is: two of one action are told apart by what they ask for, not by when and by whom. */
function callOf(body) {
  const params = new URLSearchParams(String(body));
  const action = params.get("Action");
  if (/^(Describe|List|Get|Query)/.test(action)) return lookOf(action);
  for (const one of ["Signature", "SignatureNonce", "Timestamp", "ClientToken"]) params.delete(one);
  const rest = [...params].map(String).sort().join("&").replace(/-g\d+/g, "");
  return `${action} ${createHash("sha256").update(rest).digest("hex").slice(0, 6)}`;
}

function lookOf(action) {
  const nth = (asked.get(action) ?? 0) + 1;
  asked.set(action, nth);
  if (nth > 3) return undefined;
  return `${nth < 3 ? "look" : "poll"} ${action}${nth === 2 ? " again" : ""}`;
}

let slept = 0;

/** The clock of the simulated cloud is moved on: sagctl waits for something. */
function sleepOf(url) {
  if (!String(url).endsWith("/control/advance")) return undefined;
  slept += 1;
  return [1, 10, 30].includes(slept) ? `sleep ${slept}` : undefined;
}

http.request = (...given) => {
  const made = request(...given);
  const isControl = String(given[0]).includes("/control/");
  let call = isControl ? sleepOf(given[0]) : undefined;
  const { end, emit } = made;
  made.end = (body, ...rest) => {
    call ??= isControl ? undefined : callOf(body);
    if (call) point(call, "before sending");
    if (call) made.once("finish", () => point(call, "sent"));
    return end.call(made, body, ...rest);
  };
  made.emit = (event, ...rest) => {
    if (event === "response" && call) point(call, "answered, not read");
    return emit.call(made, event, ...rest);
  };
  return made;
};
