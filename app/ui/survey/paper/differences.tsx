import type { Problem } from "#app/domain/problem.ts";
import type { Difference } from "#app/domain/survey/paper/index.ts";
import { Button } from "../../button.tsx";
import { RadioField } from "../../field.tsx";
import { ProblemList } from "../../notice.tsx";

const lines = (answer: readonly string[]) => (answer.length > 0 ? answer.join("／") : "（無回答）");

/** The questions at which the two keyings differ, each to be settled by the paper. */
export function Differences({
  differences,
  other,
  values,
  problems,
}: {
  differences: readonly Difference[];
  /** Who has made the other keying. */
  other: string;
  values: Record<string, string>;
  problems: readonly Problem[];
}) {
  return (
    <>
      <ProblemList problems={problems} title="まだ受け付けていません。次の点を直してください" />
      <form method="post" className="form">
        <p>
          紙を見て、合っている方を選んでください。どちらも違うときは、下の「自分の入力を直す」から直してください。
        </p>
        {differences.map(({ name, number, title, own, other: others }) => (
          <RadioField
            key={name}
            name={`take.${name}`}
            label={number > 0 ? `問${number}　${title}` : title}
            required
            options={[
              { value: "own", label: `自分の入力：${lines(own)}` },
              { value: "other", label: `もう1人（${other}）の入力：${lines(others)}` },
            ]}
            defaultValue={values[`take.${name}`]}
            problems={problems}
          />
        ))}
        <Button name="intent" value="settle">
          選んだ答えで受け付ける
        </Button>
      </form>
      <p>
        <a href="?edit=1">自分の入力を直す</a>
      </p>
    </>
  );
}
