import type { Problem } from "#app/domain/problem.ts";
import { Button } from "../button.tsx";
import { CheckField, RadioField } from "../field.tsx";
import { type ReleaseEntry, ReleaseList } from "./release-list.tsx";

/** Step 6: the tables as they are now become public and stay. */
export function DeskRelease({
  slug,
  closed,
  releases,
  label,
  problems,
}: {
  slug: string;
  closed: boolean;
  /** The newest first. */
  releases: ReleaseEntry[];
  /** What was chosen before a refusal. */
  label: string | undefined;
  problems: readonly Problem[];
}) {
  if (!closed) return <p>締め切った後に、集計を公表します。</p>;
  return (
    <>
      {releases.length > 0 && <ReleaseList slug={slug} releases={releases} />}
      <form method="post" className="form">
        <RadioField
          name="label"
          label={releases.length > 0 ? "次の集計版の種類" : "集計版の種類"}
          required
          options={[
            { value: "速報", label: "速報（後で確報を出す）" },
            { value: "確報", label: "確報" },
          ]}
          defaultValue={label}
          problems={problems}
        />
        <CheckField
          name="releaseConfirmed"
          required
          label="公表した集計版は、変えることも取り消すこともできないことを確かめました"
        />
        <Button name="intent" value="release" look={releases.length > 0 ? "secondary" : "primary"}>
          集計を公表する
        </Button>
      </form>
    </>
  );
}
