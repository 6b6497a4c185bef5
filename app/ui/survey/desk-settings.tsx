import type { SurveyMode } from "#app/domain/survey/anonymity.ts";
import { modeLabels } from "#app/domain/survey/anonymity.ts";
import { Day } from "../date.tsx";
import { Notice } from "../notice.tsx";
import { AnonymityList } from "./anonymity-words.tsx";

/** How a survey is conducted as it is stored, with what firms are told about it. */
export function DeskSettings({
  survey,
  words,
  cautions,
}: {
  survey: {
    mode: SurveyMode;
    threshold: number;
    opensOn: string | null;
    remindsOn: string | null;
    closesOn: string | null;
    contact: string;
  };
  words: string[];
  cautions: string[];
}) {
  const day = (date: string | null, none: string) => (date ? <Day date={date} /> : none);
  return (
    <>
      <h2>登録している内容</h2>
      <DeskCautions cautions={cautions} />
      <dl className="facts">
        <dt>匿名か記名か</dt>
        <dd>{modeLabels[survey.mode]}</dd>
        {survey.mode === "anonymous" && (
          <>
            <dt>同じ区分の事業者の数</dt>
            <dd>{survey.threshold}者以上</dd>
          </>
        )}
        <dt>受付を始める日</dt>
        <dd>{day(survey.opensOn, "決めていません（ボタンで始めます）")}</dd>
        <dt>督促状を出す日</dt>
        <dd>{day(survey.remindsOn, "決めていません")}</dd>
        <dt>締切日</dt>
        <dd>{day(survey.closesOn, "未定")}</dd>
        <dt>問い合わせ先</dt>
        <dd className="lines">{survey.contact || "まだ書いていません"}</dd>
      </dl>
      <h2>事業者に知らせること</h2>
      <p>依頼状、回答の画面、公開のページに、次のように書きます。</p>
      <AnonymityList sentences={words} />
    </>
  );
}

/** What to think about again before going on; nothing where there is nothing. */
export function DeskCautions({ cautions }: { cautions: readonly string[] }) {
  if (cautions.length === 0) return null;
  return (
    <Notice tone="warning">
      <p>
        <strong>注意</strong>
      </p>
      <ul>
        {cautions.map((caution) => (
          <li key={caution}>{caution}</li>
        ))}
      </ul>
    </Notice>
  );
}
