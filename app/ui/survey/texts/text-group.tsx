import { numberText } from "#app/domain/japan/number-text.ts";
import type { Problem } from "#app/domain/problem.ts";
import { verdictLabels } from "#app/domain/survey/free-text/decision.ts";
import { hintLabels } from "#app/domain/survey/free-text/hints.ts";
import type { ShownGroup } from "#app/domain/survey/free-text/shown-group.ts";
import { Button } from "../../button.tsx";
import { MarkedText, RedactedText } from "./marked-text.tsx";

/** Characters after which a text is folded. */
const folded = 600;

/** Nearly identical texts, what was decided on them, and the form to decide. */
export interface TextGroupProps {
  group: ShownGroup;
  question: string;
  /** The query of this page, to come back to. */
  back: string;
  values: Record<string, string>;
  problems: readonly Problem[];
}

/** A group of texts on the desk: what was written, what is decided, and the form to decide. */
export function TextGroup({ group, question, back, values, problems }: TextGroupProps) {
  const { hash, text, firms, variants, further, hints, verdict, redacted } = group;
  const id = `t-${hash.slice(0, 12)}`;
  const kinds = [...new Set(hints.map(({ kind }) => hintLabels[kind]))];
  const typed = values.group === hash ? values : {};
  return (
    <li id={id} className="text-group">
      <p className="soft">
        {numberText(firms)}者が書いた文章
        {verdict ? (
          <strong>　{verdictLabels[verdict]}と決めています</strong>
        ) : (
          "　まだ決めていません"
        )}
      </p>
      <Folded text={text}>
        <blockquote>
          <MarkedText text={text} hints={hints} />
        </blockquote>
      </Folded>
      {kinds.length > 0 && <p>書いた人などが分かるおそれのある所：{kinds.join("、")}</p>}
      {redacted && (
        <>
          <p>取り消し線の所を「●●」にして公表します。</p>
          <blockquote>
            <RedactedText runs={redacted} />
          </blockquote>
        </>
      )}
      {variants.length > 0 && (
        <details>
          <summary>ほぼ同じ文章（{variants.length + further}とおり）をまとめています</summary>
          <ul>
            {variants.map((variant) => (
              <li key={variant.text}>
                <bdi>{variant.text.slice(0, folded)}</bdi>（{variant.firms}者）
              </li>
            ))}
            {further > 0 && <li>ほかに{further}とおり</li>}
          </ul>
        </details>
      )}
      <VerdictForm
        id={id}
        hidden={{ question, group: hash, back }}
        verdict={typed.verdict ?? verdict}
        wording={typed.wording ?? group.proposal}
        problems={values.group === hash ? problems : []}
      />
    </li>
  );
}

function VerdictForm({
  id,
  hidden,
  verdict,
  wording,
  problems,
}: {
  id: string;
  hidden: Record<string, string>;
  verdict: string | undefined;
  wording: string;
  problems: readonly Problem[];
}) {
  const faults = problems.map(({ message }) => message).join(" ");
  return (
    <form method="post" className="form">
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <fieldset className="field">
        <legend>この文章をどうしますか</legend>
        {(["publish", "redact", "withhold"] as const).map((each) => (
          <label key={each} className="choice">
            <input
              type="radio"
              name="verdict"
              value={each}
              required
              defaultChecked={verdict === each}
            />
            <span>{verdictLabels[each]}</span>
          </label>
        ))}
      </fieldset>
      <div className="field">
        <label htmlFor={`${id}-wording`}>
          伏せて公表する文章<span className="optional">「伏せて公表する」のとき</span>
        </label>
        <p className="hint" id={`${id}-hint`}>
          伏せる所を「●」に置き換えてください。ほかの言葉は変えられません。
        </p>
        <textarea
          id={`${id}-wording`}
          name="wording"
          rows={Math.min(8, 2 + Math.floor(wording.length / 60))}
          defaultValue={wording}
          dir="auto"
          aria-describedby={faults ? `${id}-hint ${id}-fault` : `${id}-hint`}
          aria-invalid={faults ? true : undefined}
        />
        {faults && (
          <p className="fault" id={`${id}-fault`}>
            {faults}
          </p>
        )}
      </div>
      <Button look="secondary">決める</Button>
    </form>
  );
}

function Folded({ text, children }: { text: string; children: React.ReactNode }) {
  if (text.length <= folded) return children;
  return (
    <details>
      <summary>
        <bdi>{text.slice(0, 80)}</bdi>…（{text.length.toLocaleString("ja-JP")}字、開いて全部を読む）
      </summary>
      {children}
    </details>
  );
}
