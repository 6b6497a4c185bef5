import type { PublishedTexts } from "#app/domain/survey/release/published.ts";
import { numberLabel } from "../../charts/chart-data.ts";
import type { ReleaseContext } from "./release-context.ts";

/** The texts that the secretariat has released, and the words that stand in many of them. */
export function ReleasedTexts({
  texts: { written, published, keywords },
  told,
  context,
}: {
  texts: PublishedTexts;
  /** Whether the question's sentence has said how many wrote something. */
  told: boolean;
  context: ReleaseContext;
}) {
  return (
    <div className="released-texts">
      <h4>記述された意見</h4>
      <p className="prose">
        {!told && writtenWords(written)}
        {written !== 0 &&
          (published.length === 0
            ? "文章は、事業者が推測されないことを事務局が確かめたものだけを公表します。この集計版で公表したものはありません。"
            : "事業者が推測される部分を事務局が除いて公表したものは、次のとおりです。ほとんど同じ文章は、まとめています。")}
      </p>
      {published.length > 0 && (
        <ul className="text-list">
          {published.map(({ text, firms }) => (
            <li key={text}>
              <span className="lines">{text}</span>
              {firms !== null && firms > 1 && <span className="soft">（同じ内容 {firms}者）</span>}
            </li>
          ))}
        </ul>
      )}
      {keywords.length > 0 && (
        <p>
          <strong>多く使われた言葉</strong>（{context.threshold}者以上が使ったもの）：
          {keywords.map(({ word, firms }) => `${word}（${firms}者）`).join("、")}
        </p>
      )}
    </div>
  );
}

function writtenWords(written: number | null): string {
  if (written === null) return "文章を書いた事業者の数は、事業者が推測されないように伏せています。";
  if (written === 0) return "文章を書いた事業者はありません。";
  return `${numberLabel(written)}者が文章を書きました。`;
}
