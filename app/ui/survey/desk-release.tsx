import type { Problem } from "#app/domain/problem.ts";
import { href } from "#app/routes.ts";
import { Button } from "../button.tsx";
import { CheckField, RadioField } from "../field.tsx";
import { Notice } from "../notice.tsx";
import { ReleasePreview, type ReleasePreviewData } from "./release/release-preview.tsx";
import { type ReleaseEntry, ReleaseList } from "./release-list.tsx";

/** Step 8: what would be released is looked at first; once released it stays. */
export function DeskRelease({
  slug,
  notYet,
  releases,
  label,
  preview,
  problems,
}: {
  slug: string;
  /** Why nothing can be released now; null when it can. */
  notYet: string | null;
  /** The newest first. */
  releases: ReleaseEntry[];
  /** What was chosen before. */
  label: string | undefined;
  preview: ReleasePreviewData | undefined;
  problems: readonly Problem[];
}) {
  return (
    <>
      {releases.length > 0 && <ReleaseList slug={slug} releases={releases} />}
      {notYet === null ? (
        <>
          <p>
            記述された意見を載せるときは、先に
            <a href={href("deskTexts", { survey: slug })}>記述の確認</a>
            をしてください。確かめて公表すると決めたものだけが、集計版に載ります。
          </p>
          <PreviewForm slug={slug} again={releases.length > 0} label={label} problems={problems} />
          {preview && <ReleasePreview preview={preview} />}
          {preview?.releasable && <PublishForm slug={slug} label={label ?? ""} />}
        </>
      ) : (
        <p>{notYet}</p>
      )}
    </>
  );
}

function PreviewForm({
  slug,
  again,
  label,
  problems,
}: {
  slug: string;
  again: boolean;
  label: string | undefined;
  problems: readonly Problem[];
}) {
  return (
    <form method="post" action={`${href("deskSurvey", { survey: slug })}#release`} className="form">
      <RadioField
        name="label"
        label={again ? "次の集計版の種類" : "集計版の種類"}
        required
        options={[
          { value: "速報", label: "速報（後で確報を出す）" },
          { value: "確報", label: "確報" },
        ]}
        defaultValue={label}
        problems={problems}
      />
      <Button name="intent" value="preview" look="secondary">
        公表する内容を確かめる
      </Button>
    </form>
  );
}

/** Stands below the preview alone: nobody publishes what was not looked at. */
function PublishForm({ slug, label }: { slug: string; label: string }) {
  return (
    <form method="post" action={`${href("deskSurvey", { survey: slug })}#release`} className="form">
      <input type="hidden" name="label" value={label} />
      <Notice tone="warning">
        <p>公表すると、すぐにだれでも見られるようになります。</p>
      </Notice>
      <CheckField
        name="releaseConfirmed"
        required
        label="公表した集計版は、変えることも取り消すこともできないことを確かめました"
      />
      <Button name="intent" value="release">
        集計を公表する
      </Button>
    </form>
  );
}
