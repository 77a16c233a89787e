import { SagctlError } from "../errors.ts";
import { say, type Text } from "../text.ts";
import { errnoOf } from "./disk.ts";
import type { Diary, LockHolder, OpenOptions } from "./store.ts";

const runAgain = say`Then run the same command again: it goes on from what is there.`;

/** A file operation that failed, in words; an error that is none is handed back as it came. */
export function fileTrouble(error: unknown, path: string): unknown {
  const errno = errnoOf(error);
  if (errno === undefined || error instanceof SagctlError) return error;
  if (["ENOSPC", "EDQUOT", "EFBIG"].includes(errno)) return diskFull(path, errno, error);
  if (errno === "EIO") return diskFailed(path, error);
  return notWritable(path, errno, error);
}

function diskFull(path: string, errno: string, cause: unknown): SagctlError {
  return new SagctlError({
    kind: "diary",
    code: "diary-disk-full",
    message: say`There is no room to write ${path} (${errno}).`,
    tryThis: [say`Free some space on that disk, or keep it elsewhere: --state FOLDER.`, runAgain],
    cause,
  });
}

function diskFailed(path: string, cause: unknown): SagctlError {
  return new SagctlError({
    kind: "diary",
    code: "diary-disk-failed",
    message: say`The disk failed at ${path} (EIO).`,
    tryThis: [say`Copy the folder to a sound disk and name it: --state FOLDER.`, runAgain],
    cause,
  });
}

const reasons: Readonly<Record<string, string>> = {
  EROFS: "the file system is read-only",
  EACCES: "permission denied",
  EPERM: "operation not permitted",
  ENOTDIR: "a file stands where a folder is needed",
  EEXIST: "a file stands where a folder is needed",
};

function notWritable(path: string, errno: string, cause: unknown): SagctlError {
  return new SagctlError({
    kind: "diary",
    code: "diary-not-writable",
    message: say`${path} cannot be read and written: ${reasons[errno] ?? errno}.`,
    tryThis: [say`Give yourself the right to write there, or keep it elsewhere: --state FOLDER.`, runAgain],
    cause,
  });
}

export function newerDiary(where: string, version: number): SagctlError {
  return new SagctlError({
    kind: "diary",
    code: "diary-newer",
    message: say`${where} was written by a newer sagctl (version ${version} of the diary).`,
    tryThis: [say`Update sagctl: npm install -g sagctl@latest. This one leaves the file as it is.`],
  });
}

/** `backup` is the serial of the backup that can be read, if one can. */
export function damagedDiary(where: string, why: string, backup?: { path: string; serial: number }): SagctlError {
  const restore = backup
    ? say`Its last good version (serial ${backup.serial}) lies at ${backup.path}: copy it over ${where}.`
    : say`No backup of it can be read.`;
  return new SagctlError({
    kind: "diary",
    code: "diary-damaged",
    message: say`${where} is damaged: ${why === "not-json" ? "it is no JSON" : "it has not the form of a diary"}.`,
    tryThis: [
      restore,
      say`Or move it away: what exists is found again in the cloud. Within 20 minutes of a purchase, wait first.`,
    ],
  });
}

/** A diary serves one network on one cloud; undefined when it is the one that was asked for. */
export function strangerDiary(where: string, diary: Diary, asked: OpenOptions): SagctlError | undefined {
  if (diary.network !== asked.network) {
    return stranger("network", say`${where} is the diary of network ${diary.network}, not of ${asked.network}.`);
  }
  if (diary.cloud === asked.cloud) return undefined;
  return stranger("cloud", say`${where} is a diary of the ${named(diary.cloud)}, not of the ${named(asked.cloud)}.`);
}

function named(cloud: string): string {
  return cloud === "real" ? "real cloud" : `simulated cloud ${cloud}`;
}

function stranger(what: string, message: Text): SagctlError {
  return new SagctlError({
    kind: "diary",
    code: `diary-of-another-${what}`,
    message,
    tryThis: [say`Name the folder of the right one: --state FOLDER.`],
  });
}

export function lockedDiary(where: string, holder: LockHolder | undefined, now: number): SagctlError {
  const who = holder
    ? say`${where} is in use: pid ${holder.pid} on host ${holder.host}: ${holder.command}, since ${timeOf(holder.since, now)}.`
    : say`${where} is in use by another sagctl.`;
  return new SagctlError({
    kind: "diary",
    code: "diary-locked",
    message: who,
    tryThis: [
      say`Wait until it has ended, then run the same command again.`,
      say`If nothing is running any more, the lock ends by itself within 10 seconds.`,
    ],
  });
}

export function lostLock(where: string): SagctlError {
  return new SagctlError({
    kind: "diary",
    code: "diary-lock-lost",
    message: say`Another sagctl took over ${where} while this one was asleep.`,
    tryThis: [say`Wait until the other one has ended, then run the same command again.`],
  });
}

function timeOf(at: number, now: number): string {
  const [day, time] = dayAndTime(at);
  return dayAndTime(now)[0] === day ? time : `${day} ${time}`;
}

function dayAndTime(at: number): readonly [string, string] {
  const date = new Date(at);
  const two = (part: number) => String(part).padStart(2, "0");
  return [
    `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`,
    `${two(date.getHours())}:${two(date.getMinutes())}`,
  ];
}
