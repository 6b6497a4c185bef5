import type { EditionChange, EditionEffects } from "#app/domain/survey/editions/index.ts";

const severities = {
  refused: "受付中は変えられないもの",
  careful: "回答や集計に関わるもの",
  light: "回答にも集計にも関わらないもの",
} as const;

/** What a corrected questionnaire changes and does, before it is confirmed. */
export function EditionEffectsView({ effects }: { effects: EditionEffects }) {
  const { changes, givenAffected, tablesAffected, draftsAffected } = effects;
  return (
    <>
      <dl className="facts">
        <dt>すでに受け付けた回答</dt>
        <dd>
          変えずに残します。
          {givenAffected
            ? "新しい決まりに合わない回答が含まれることがあります。"
            : "どの回答も、新しい調査票に合います。"}
        </dd>
        <dt>集計</dt>
        <dd>
          {tablesAffected
            ? "前の版の回答と、そのまま比べられない表があります。"
            : "前の版の回答と、そのまま合わせて集計できます。"}
        </dd>
        <dt>入力の途中の回答</dt>
        <dd>
          {draftsAffected
            ? "合う答えはそのまま使い、合わない答えは、送る前に見直してもらいます。"
            : "そのまま続けられます。"}
        </dd>
      </dl>
      <p>受付中の回答の内容は、だれも見られません。この一覧は、2つの調査票だけを比べたものです。</p>
      {(["refused", "careful", "light"] as const).map((severity) => {
        const own = changes.filter((change) => change.severity === severity);
        return own.length === 0 ? null : (
          <section key={severity}>
            <h3>
              {severities[severity]}（{own.length}件）
            </h3>
            <ul>
              {own.map((change) => (
                <Change key={`${change.question}-${change.what}`} change={change} />
              ))}
            </ul>
          </section>
        );
      })}
    </>
  );
}

function Change({ change: { what, given, tables, drafts } }: { change: EditionChange }) {
  const effects = [
    given && `受け付けた回答：${given}`,
    tables && `集計：${tables}`,
    drafts && "入力の途中の回答：送る前に見直してもらうことがあります。",
  ].filter((effect) => typeof effect === "string");
  return (
    <li>
      {what}
      {effects.length > 0 && (
        <ul>
          {effects.map((effect) => (
            <li key={effect}>{effect}</li>
          ))}
        </ul>
      )}
    </li>
  );
}
