/** Who looks at the platform. Anything a viewer may see is decided from this value alone. */
export type Viewer =
  | { kind: "anyone" }
  | { kind: "member"; accountId: string; name: string }
  | { kind: "secretariat"; accountId: string; name: string };

/** A viewer who has signed in. */
export type SignedIn = Exclude<Viewer, { kind: "anyone" }>;

/** Who may see a thing: the secretariat alone, the council's members too, or everybody. */
export type Audience = "secretariat" | "members" | "public";

export const anyone: Viewer = { kind: "anyone" };

/** The audiences a viewer belongs to, narrowest right first; queries filter by this list. */
export function audiencesOf(viewer: Viewer): Audience[] {
  switch (viewer.kind) {
    case "anyone":
      return ["public"];
    case "member":
      return ["public", "members"];
    case "secretariat":
      return ["public", "members", "secretariat"];
  }
}

/** Whether a viewer may see a thing of the given audience. */
export function maySee(viewer: Viewer, audience: Audience): boolean {
  return audiencesOf(viewer).includes(audience);
}
