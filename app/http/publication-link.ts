import { href } from "#app/routes.ts";
import type { PublicationRow } from "#db/queries/publications.ts";

/** The path of the page that shows what was published. */
export function publicationPath({ subject }: Pick<PublicationRow, "subject">): string {
  switch (subject.kind) {
    case "minutes":
      return href("minutesVersion", { meeting: subject.meeting, version: subject.version });
    case "paper":
      return href("meeting", { meeting: subject.meeting });
    case "draft-version":
      return href("ordinanceVersion", { version: subject.version });
    case "survey":
      return href("survey", { survey: subject.slug });
    case "release":
      return href("release", { survey: subject.slug, release: subject.release });
    case "interim-draft":
      return href("interimDraft", { number: subject.number });
    case "goal-sheet":
      return href("goals");
  }
}

/** What kind of thing was published, in a word. */
export function publicationKind({ subject }: Pick<PublicationRow, "subject">): string {
  switch (subject.kind) {
    case "minutes":
      return subject.version === 1 ? "会議録" : "会議録の訂正";
    case "paper":
      return "資料";
    case "draft-version":
      return "条例案";
    case "survey":
      return "調査";
    case "release":
      return "調査結果";
    case "interim-draft":
      return "条例中間案";
    case "goal-sheet":
      return "目標シート";
  }
}
