// Runs sagctl.cjs beside it, with what V8 has compiled of it in an earlier process: Node 20 keeps no such thing itself.
const fs = require("node:fs");
const { wrap } = require("node:module");
const { join } = require("node:path");
const { Script } = require("node:vm");

const file = join(__dirname, "sagctl.cjs");
const cache = `${file}.cache`;

function compiledBefore() {
  try {
    return fs.readFileSync(cache);
  } catch {
    return undefined;
  }
}

const cachedData = compiledBefore();
// Plain ASCII: nothing has to be decoded.
const script = new Script(wrap(fs.readFileSync(file, "latin1")), { filename: file, cachedData });
if (cachedData === undefined || script.cachedDataRejected) {
  process.once("exit", () => {
    fs.writeFileSync(`${cache}.${process.pid}`, script.createCachedData());
    fs.renameSync(`${cache}.${process.pid}`, cache);
  });
}
script.runInThisContext()(exports, require, module, file, __dirname);
