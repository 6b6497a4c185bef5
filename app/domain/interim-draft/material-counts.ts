import { namesWithin } from "./material.ts";
import type { InterimDraftParts } from "./parts.ts";

/** How much stands at an article, for the secretariat's desk. */
export interface MaterialCounts {
  provisionId: string;
  label: string;
  caption: string;
  figures: number;
  utterances: number;
  comments: number;
  /** Comments without a disposition. */
  unanswered: number;
}

/** Counts what hangs on each article of the text, and on the articles that are gone. */
export function materialCounts(parts: InterimDraftParts): {
  articles: MaterialCounts[];
  removed: MaterialCounts[];
} {
  const counted = (place: Parameters<typeof namesWithin>[0] & { caption: string }) => {
    const names = new Map(namesWithin(place));
    const here = <T extends { provisionId: string }>(things: readonly T[]) =>
      things.filter(({ provisionId }) => names.has(provisionId));
    const comments = new Map(here(parts.comments).map((comment) => [comment.id, comment]));
    return {
      provisionId: place.provisionId,
      label: place.label,
      caption: place.caption,
      figures: here(parts.figures).length,
      utterances: here(parts.utterances).length,
      comments: comments.size,
      unanswered: [...comments.values()].filter(({ disposition }) => !disposition).length,
    };
  };
  return {
    articles: (parts.version?.articles ?? []).map(counted),
    removed: parts.removedArticles.map((part) =>
      counted({ ...part, label: `${part.versionLabel}の${part.previousLabel}` }),
    ),
  };
}
