import { type Audience, audiencesOf, type Viewer } from "#app/domain/viewer.ts";

/** A thing that has been published to somebody. */
export type PublishedAudience = Exclude<Audience, "secretariat">;

/** The audiences whose published things a viewer sees: drafts of the secretariat are left out. */
export function publishedTo(viewer: Viewer): PublishedAudience[] {
  return audiencesOf(viewer).filter((audience) => audience !== "secretariat");
}
