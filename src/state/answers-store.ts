import { join } from "node:path";
import { SagctlError } from "../errors.ts";
import { say } from "../text.ts";
import { fileTrouble } from "./diary-errors.ts";
import { type Disk, realDisk } from "./disk.ts";
import { replaceFile } from "./replace-file.ts";

/** The wizard's answers so far, by field. */
export type Answers = Readonly<Record<string, unknown>>;

/** Where an unfinished wizard keeps its answers. */
export interface AnswersStore {
  /** Empty when no wizard was left unfinished. */
  load(): Promise<Answers>;
  save(answers: Answers): Promise<void>;
  /** Takes one field out, for example the shipping address once the network file has it. */
  drop(field: string): Promise<void>;
  /** The wizard is finished. */
  clear(): Promise<void>;
}

/** Keeps the answers of an unfinished `setup` in `setup.json` of the network's folder, for its owner only. */
export function createAnswersStore(folder: string, disk: Disk = realDisk): AnswersStore {
  const file = join(folder, "setup.json");
  const inWords = async <T>(act: () => Promise<T>): Promise<T> => {
    try {
      return await act();
    } catch (error) {
      throw fileTrouble(error, file);
    }
  };
  const load = () => inWords(async () => readAnswers(file, await disk.read(file)));
  const save = (answers: Answers) =>
    inWords(async () => {
      await disk.makeFolder(folder);
      await replaceFile(disk, file, `${JSON.stringify(answers, undefined, 2)}\n`);
    });
  return {
    load,
    save,
    drop: async (field) => {
      const { [field]: dropped, ...rest } = await load();
      if (dropped !== undefined) await save(rest);
    },
    clear: () => inWords(() => disk.remove(file)),
  };
}

function readAnswers(file: string, text: string | undefined): Answers {
  if (text === undefined) return {};
  const answers = parse(text);
  if (typeof answers === "object" && answers !== null && !Array.isArray(answers)) return answers as Answers;
  throw new SagctlError({
    kind: "diary",
    code: "answers-damaged",
    message: say`${file} holds no answers of an unfinished setup that can be read.`,
    tryThis: [say`Mend it or delete it, then run setup again.`],
  });
}

/** A parser's own words quote the text, and that is an address: they go no further. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
