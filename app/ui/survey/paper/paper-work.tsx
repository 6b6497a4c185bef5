import type { Problem } from "#app/domain/problem.ts";
import type { FormPage, PageProblem } from "#app/domain/survey/form/index.ts";
import type { Difference } from "#app/domain/survey/paper/index.ts";
import { Button } from "../../button.tsx";
import { ProblemList } from "../../notice.tsx";
import { Differences } from "./differences.tsx";
import { KeyingForm } from "./keying-form.tsx";
import { PaperRule } from "./paper-rule.tsx";
import { type RemarkShown, Remarks } from "./remarks.tsx";

/** What is to be done with the paper in hand. */
export interface PaperWorkProps {
  stage: "web-first" | "counted" | "others" | "keying" | "waiting" | "compared";
  pages: FormPage[];
  edition: number;
  differences: Difference[];
  other: string;
  remarks: RemarkShown[];
  problems: readonly Problem[];
  values: Record<string, string>;
  faults: readonly PageProblem[];
}

/** The work on one paper, as far as it is. */
export function PaperWork(props: PaperWorkProps) {
  const { stage, problems } = props;
  return (
    <>
      {!(stage === "compared" && props.differences.length > 0) && (
        <ProblemList problems={problems} title="まだ受け付けていません" />
      )}
      <Stage {...props} />
    </>
  );
}

function Stage(props: PaperWorkProps) {
  const { stage, pages, edition, differences, other, remarks, problems, values, faults } = props;
  switch (stage) {
    case "keying":
      return (
        <>
          <p className="prose">
            紙のとおりに入力してください。答えのない問は空のままにします。入力が終わるまで、もう1人の入力は見られません。
          </p>
          <KeyingForm pages={pages} problems={faults} edition={edition} />
        </>
      );
    case "waiting":
      return (
        <>
          <p>
            あなたの入力は終わりました。別の職員が、自分のアカウントで同じ紙を入力すると、受付が終わります。
          </p>
          <Remarks remarks={remarks} />
          <p>
            <a href="?edit=1">自分の入力を直す</a>
          </p>
        </>
      );
    case "compared":
      return (
        <>
          <h2>
            {differences.length > 0
              ? `2人の入力が違う問（${differences.length}問）`
              : "2人の入力は一致しています"}
          </h2>
          <Remarks remarks={remarks} />
          {differences.length > 0 ? (
            <Differences
              differences={differences}
              other={other}
              values={values}
              problems={problems}
            />
          ) : (
            <form method="post" className="form">
              <Button name="intent" value="settle">
                紙の回答として受け付ける
              </Button>
              <p>
                <a href="?edit=1">自分の入力を直す</a>
              </p>
            </form>
          )}
        </>
      );
    case "web-first":
      return (
        <form method="post" className="form">
          <p>この事業者のウェブの回答が、先に届いています。紙の回答は数えません。</p>
          <PaperRule />
          <Button name="intent" value="double">
            紙の回答が届いたことを記録する
          </Button>
        </form>
      );
    case "counted":
      return <p>この紙の回答は、受付が終わっています。もう入力することはありません。</p>;
    case "others":
      return <p>ほかの2人がこの紙を入力しました。違いは、その2人のどちらかが確かめます。</p>;
  }
}
