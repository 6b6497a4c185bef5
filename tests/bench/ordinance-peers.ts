import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { diffArrays } from "diff";
import { z } from "zod";
import { wordsOf } from "#app/domain/ordinance/words.ts";

/** Stretches of the text after: what a peer says was inserted, or where something was deleted. */
export type Changes = readonly { start: number; end: number }[];

/** A peer that compares two texts; `changesOf` reads its answer, undefined where it gave up. */
export interface ComparingPeer {
  name: string;
  compare(before: string, after: string): unknown;
  changesOf(answer: unknown): Changes | undefined;
}

const folder = resolve(".cache/lawtext");
const packages = ["lawtext@0.1.52", "diff-match-patch@1.0.5"];

/** Installs the peers that are no dependency of the project, without running their scripts. */
function peerModules(): NodeJS.Require {
  if (!existsSync(resolve(folder, "node_modules/lawtext"))) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(resolve(folder, "package.json"), '{ "private": true }\n');
    execFileSync("npm", ["install", "--ignore-scripts", "--no-audit", "--no-fund", ...packages], {
      cwd: folder,
      stdio: ["ignore", "ignore", "inherit"],
    });
  }
  return createRequire(resolve(folder, "package.json"));
}

interface Element {
  tag: string;
  children: readonly (Element | string)[];
}

const element: z.ZodType<Element> = z.lazy(() =>
  z.object({ tag: z.string(), children: z.array(z.union([z.string(), element])) }),
);
const func = z.custom<(...given: readonly unknown[]) => unknown>(
  (value) => typeof value === "function",
);

const constructible = z.custom<new () => unknown>((value) => typeof value === "function");

/** Lawtext: `parse` answers what it read, `articlesIn` counts the 条 of that. */
export function lawtextPeer(): {
  parse(text: string): unknown;
  articlesIn(parsed: unknown): number;
} {
  const { parse } = z
    .object({ parse: func })
    .parse(peerModules()("lawtext/dist/src/parser/lawtext.js"));
  const count = (node: Element | string): number =>
    typeof node === "string"
      ? 0
      : node.children.reduce((sum, child) => sum + count(child), node.tag === "Article" ? 1 : 0);
  return {
    parse,
    articlesIn: (parsed) => count(z.object({ value: element }).parse(parsed).value),
  };
}

/** `diffArrays` over the words that the comparison page uses, given up after `timeout` ms. */
export function wordDiffPeer(timeout: number): ComparingPeer {
  return {
    name: "diff (diffArrays over words)",
    compare: (before, after) => diffArrays(wordsOf(before), wordsOf(after), { timeout }),
    changesOf: (answer) =>
      answer === undefined ? undefined : stretches(arrayChanges.parse(answer)),
  };
}

const arrayChanges = z.array(
  z
    .object({ added: z.boolean(), removed: z.boolean(), value: z.array(z.string()) })
    .transform(({ added, removed, value }): [number, string] => [
      added ? 1 : removed ? -1 : 0,
      value.join(""),
    ]),
);
const patches = z.array(z.tuple([z.number(), z.string()]));

/** diff-match-patch as it is set from the start (it gives up looking for the best after 1 s). */
export function matchPatchPeer(): ComparingPeer {
  const Patcher = constructible.parse(peerModules()("diff-match-patch"));
  const patcher = new Patcher();
  const { diff_main: main } = z.object({ diff_main: func }).parse(patcher);
  return {
    name: "diff-match-patch",
    compare: (before, after) => main.call(patcher, before, after),
    changesOf: (answer) => stretches(patches.parse(answer)),
  };
}

function stretches(parts: readonly (readonly [number, string])[]): Changes {
  const found: { start: number; end: number }[] = [];
  let at = 0;
  for (const [side, text] of parts) {
    if (side !== 0) found.push({ start: at, end: side > 0 ? at + text.length : at });
    if (side >= 0) at += text.length;
  }
  return found;
}
