import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { EmbeddedServerFailure, USE_ANOTHER_SERVER } from "./failure.ts";
import { startOf } from "./process.ts";

type Holder = { pid: number; start: string };

/**
 * Takes the folder `home` for this Node process, so that no two of them work on
 * one set of data. The mark left by a process that was killed is taken over.
 *
 * @returns a function that gives the folder back
 * @throws EmbeddedServerFailure when another running process holds it
 */
export function take(home: string): () => void {
  const mark = join(home, "holder.json");
  const own = `${mark}.${process.pid}`;
  const text = JSON.stringify({ pid: process.pid, start: startOf(process.pid) ?? "" });
  writeFileSync(own, text, { mode: 0o600 });
  try {
    while (!links(own, mark)) {
      const found = read(mark);
      if (found === null) continue;
      const holder = parse(found);
      if (holder && startOf(holder.pid) === holder.start) throw inUse(home, holder.pid);
      removeStale(mark, found);
    }
  } finally {
    rmSync(own, { force: true });
  }
  return () => {
    if (read(mark) === text) rmSync(mark, { force: true });
  };
}

// link() either makes the whole file or fails: no one sees half a mark.
function links(own: string, mark: string): boolean {
  try {
    linkSync(own, mark);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}

// Two processes may find the same stale mark; the slower one must not remove the other's new mark.
function removeStale(mark: string, stale: string): void {
  const aside = `${mark}.stale.${process.pid}`;
  try {
    renameSync(mark, aside);
  } catch {
    return;
  }
  if (read(aside) !== stale) links(aside, mark);
  rmSync(aside, { force: true });
}

function read(file: string): string | null {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}

function parse(text: string): Holder | null {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== "object" || value === null) return null;
    if (!("pid" in value && "start" in value)) return null;
    const { pid, start } = value;
    return typeof pid === "number" && typeof start === "string" ? { pid, start } : null;
  } catch {
    return null;
  }
}

function inUse(home: string, pid: number): EmbeddedServerFailure {
  return new EmbeddedServerFailure(
    `このデータベースは、いま動いている別の「熟議」（プロセス番号 ${pid}）が使っています（場所: ${home}）。先にそちらを Ctrl-C か「kill ${pid}」で止めてから、もう一度起動してください。${USE_ANOTHER_SERVER}`,
  );
}
