import { isJsonObject } from "../json.ts";
import type { Report } from "./report.ts";

/**
 * Reports names in braces in titles and other texts that no question has: SurveyJS would show
 * {q9} as it stands. `inner` are the names of questions in dynamic panels, for {panel.NAME}.
 */
export function checkPipedNames(
  report: Report,
  names: ReadonlySet<string>,
  inner: ReadonlySet<string>,
): void {
  const [known, knownInside] = [lowerCased(names), lowerCased(inner)];
  for (const { path, field, name, value } of report.texts) {
    const texts = isJsonObject(value) ? Object.values(value) : [value];
    const written = texts.flatMap((text) => [...String(text).matchAll(/\{([^{}\n]{1,200})\}/g)]);
    for (const piped of new Set(written.map(([, inside = ""]) => inside.trim()))) {
      if (isKnown(piped.toLowerCase(), known, knownInside)) continue;
      report.fault(
        path,
        `「${name}」の「{${piped}}」という名前の問がありません。問の名前を確かめてください。かっこを文字として使うときは、全角の｛ ｝にしてください。`,
        field,
      );
    }
  }
}

function isKnown(piped: string, names: ReadonlySet<string>, inner: ReadonlySet<string>): boolean {
  if (piped === "panelindex") return inner.size > 0;
  const panel = /^panel\.([^.[]+)/.exec(piped)?.[1];
  if (panel !== undefined) return inner.has(panel.replace(/-comment$/, ""));
  const name = piped.replace(/[.[].*$/s, "");
  return names.has(name) || names.has(name.replace(/-comment$/, ""));
}

function lowerCased(names: ReadonlySet<string>): Set<string> {
  return new Set([...names].map((name) => name.toLowerCase()));
}
