import { choiceValues, type RawDefinition } from "./definition.ts";

/** Names of what the last edition asks and an earlier one did not: questions, rows of a matrix. */
export function unaskedIn(earlier: RawDefinition, last: RawDefinition): string[] {
  const before = new Set(askedIn(earlier));
  return askedIn(last).filter((name) => !before.has(name));
}

function askedIn({ pages }: RawDefinition): string[] {
  return pages
    .flatMap(({ elements }) => elements)
    .flatMap((element) => [
      element.name,
      ...choiceValues(element, "rows").map((row) => `${element.name}/${row}`),
    ]);
}
