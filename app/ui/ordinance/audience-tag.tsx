import type { Audience } from "#app/domain/viewer.ts";

const words: Record<Audience, string> = {
  secretariat: "事務局だけ（未公開）",
  members: "委員まで",
  public: "公表",
};

/** Who may see a version. */
export function AudienceTag({ audience }: { audience: Audience }) {
  return (
    <span className={audience === "public" ? "tag success" : "tag warning"}>{words[audience]}</span>
  );
}
