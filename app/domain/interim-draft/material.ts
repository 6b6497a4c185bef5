import type { Problem } from "../problem.ts";
import type { CitedComment, Figure, Material } from "./document.ts";
import { figureFor } from "./figure.ts";
import type { HangingOn, InterimDraftParts } from "./parts.ts";

/** A place that things hang on: an article of the text or one that is gone, and what is in it. */
export interface Place {
  provisionId: string;
  label: string;
  within: readonly { provisionId: string; label: string }[];
}

/**
 * Gathers what stands at each place asked for, in the order of asking: comments are numbered
 * through on the way, and one that stands at several places keeps its first number.
 */
export class MaterialOf {
  /** What a figure cannot be taken over for. */
  readonly problems: Problem[] = [];
  private readonly numbers = new Map<string, number>();
  private readonly labels: ReadonlyMap<string, string>;

  constructor(
    private readonly parts: InterimDraftParts,
    places: readonly Place[],
  ) {
    this.labels = new Map(places.flatMap(namesWithin));
  }

  at(place: Place): Material {
    const names = new Map(namesWithin(place));
    const here = <T>(things: readonly HangingOn<T>[]) =>
      things.filter(({ provisionId }) => names.has(provisionId));
    return {
      figures: here(this.parts.figures).flatMap((link): Figure[] => {
        const label = names.get(link.provisionId) ?? place.label;
        const figure = figureFor(link, this.parts.releases, label);
        if (figure.ok) return [figure.value];
        this.problems.push(...figure.problems);
        return [];
      }),
      utterances: here(this.parts.utterances).map(({ provisionId: _, ...utterance }) => utterance),
      comments: onceEach(here(this.parts.comments)).map(
        ({ id, provisionId: _, writtenOn, ...comment }): CitedComment => ({
          ...comment,
          number: this.numberOf(id),
          about: this.labels.get(writtenOn) ?? place.label,
        }),
      ),
    };
  }

  private numberOf(comment: string): number {
    const number = this.numbers.get(comment) ?? this.numbers.size + 1;
    this.numbers.set(comment, number);
    return number;
  }
}

/** The provisions of a place with the names people call them by, the place itself first. */
export function namesWithin({ provisionId, label, within }: Place): [string, string][] {
  return [
    [provisionId, label],
    ...within.map((part): [string, string] => [part.provisionId, part.label]),
  ];
}

/** A comment on one paragraph that was also linked to its article stands there once. */
function onceEach<T extends { id: string }>(things: readonly T[]): T[] {
  return things.filter(({ id }, index) => things.findIndex((other) => other.id === id) === index);
}
