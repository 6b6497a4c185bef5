import { Button } from "../button.tsx";
import { Day, Moment } from "../date.tsx";
import { CheckField } from "../field.tsx";
import { Notice } from "../notice.tsx";
import type { DeskSurveyProps } from "./desk-survey.tsx";

/** Step 5: from now on firms can answer; the questionnaire, the mode and the roster are fixed. */
export function DeskOpening({ survey, counts, pastDeadline }: DeskSurveyProps) {
  const { openedAt, opensOn } = survey;
  if (openedAt) {
    return (
      <p>
        <Moment at={openedAt} time />
        に受付を始めました。
      </p>
    );
  }
  const missing = [
    ...(counts.firms === 0 ? ["名簿"] : []),
    ...(counts.firms === 0 || counts.withCode < counts.firms ? ["コード"] : []),
  ];
  if (missing.length > 0) return <p>{missing.join("と")}がそろうと、受付を始められます。</p>;
  return (
    <form method="post" className="form">
      {opensOn && (
        <p>
          <Day date={opensOn} />
          になると、自動で始まります。待たずに始めることもできます。
        </p>
      )}
      <p>始めると、調査の一覧に載り、コードを持つ事業者が回答できます。</p>
      {pastDeadline && (
        <Notice tone="warning">
          <p>締切日が過ぎています。「2　方法と日程」で締切日を直してから始めてください。</p>
        </Notice>
      )}
      <CheckField
        name="openConfirmed"
        required
        label="受付を始めた後は、調査票、匿名か記名か、名簿を変えられないことを確かめました"
      />
      <Button name="intent" value="open">
        受付を始める
      </Button>
    </form>
  );
}
