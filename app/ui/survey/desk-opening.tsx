import { Button } from "../button.tsx";
import { Day, Moment } from "../date.tsx";
import { CheckField } from "../field.tsx";
import { Notice } from "../notice.tsx";

/** Step 4: from now on firms can answer; the questionnaire and the roster are fixed. */
export function DeskOpening({
  openedAt,
  missing,
  deadlinePassed,
}: {
  openedAt: Date | null;
  /** What is still missing: 名簿, コード. */
  missing: readonly string[];
  deadlinePassed: boolean;
}) {
  if (openedAt) {
    return (
      <p>
        <Moment at={openedAt} time />
        に受付を始めました。
      </p>
    );
  }
  if (missing.length > 0) return <p>{missing.join("と")}がそろうと、受付を始められます。</p>;
  return (
    <form method="post" className="form">
      <p>始めると、調査の一覧に載り、コードを持つ事業者が回答できます。</p>
      {deadlinePassed && (
        <Notice tone="warning">
          <p>締切日が過ぎています。「1　調査票」で締切日を直してから始めてください。</p>
        </Notice>
      )}
      <CheckField
        name="openConfirmed"
        required
        label="受付を始めた後は、調査票、締切日、名簿を変えられないことを確かめました"
      />
      <Button name="intent" value="open">
        受付を始める
      </Button>
    </form>
  );
}

/** Step 5: no answer is taken any more. */
export function DeskClosing({
  open,
  closedAt,
  closesOn,
  beforeDeadline,
}: {
  open: boolean;
  closedAt: Date | null;
  closesOn: string | null;
  /** Whether the printed deadline is still to come. */
  beforeDeadline: boolean;
}) {
  if (closedAt) {
    return (
      <p>
        <Moment at={closedAt} time />
        に締め切りました。
      </p>
    );
  }
  if (!open) return <p>受付を始めた後に、締め切ります。</p>;
  return (
    <form method="post" className="form">
      <p>締め切ると、回答を受け付けなくなり、集計できるようになります。</p>
      {closesOn && beforeDeadline && (
        <Notice tone="warning">
          <p>
            依頼文の締切日（
            <Day date={closesOn} />
            ）はまだ過ぎていません。
          </p>
        </Notice>
      )}
      <CheckField
        name="closeConfirmed"
        required
        label="締め切った後は、受付を再び始められないことを確かめました"
      />
      <Button name="intent" value="close" look="danger">
        締め切る
      </Button>
    </form>
  );
}
