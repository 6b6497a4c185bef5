import { useMemo } from "react";
import type { Correction } from "#app/domain/draft-version/correction.ts";
import { type Remark, reviewText } from "#app/domain/draft-version/review.ts";
import type { Ordinance } from "#app/domain/ordinance/index.ts";
import { Button } from "#app/ui/button.tsx";
import { DraftingOutline } from "./drafting-outline.tsx";

/** At most so many remarks are listed at once. */
const most = 100;

/** What can be done to a remark where scripts run; without them its buttons send the form. */
interface Deeds {
  correct?: (correction: Correction) => void;
  show?: (line: number) => void;
}

/** The remarks on a text, each with its line, and the structure that was read. */
export function DraftingReview({
  source,
  previous,
  form,
  correct,
  show,
}: {
  source: string;
  previous: Ordinance | undefined;
  /** The id of the form that the text stands in. */
  form: string;
} & Deeds) {
  const { remarks, provisions } = useMemo(() => reviewText(source, previous), [source, previous]);
  const faults = remarks.filter(({ severity }) => severity === "誤り").length;
  const isEmpty = source.trim() === "";
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: beside the form it scrolls by keyboard too.
    <section className="preview" id="review" aria-labelledby="review-title" tabIndex={0}>
      <h2 id="review-title">確かめた結果</h2>
      <p className="soft" aria-live="polite">
        {isEmpty
          ? "本文を入れると、直す所と条の構成がここに出ます。"
          : remarks.length === 0
            ? "直す所は見つかりません。"
            : `誤り${faults}件、注意${remarks.length - faults}件`}
      </p>
      {!isEmpty && remarks.length > 0 && (
        <ul className="remarks">
          {remarks.slice(0, most).map((remark) => (
            <Entry
              key={remark.key}
              remark={remark}
              form={form}
              {...(correct ? { correct } : {})}
              {...(show ? { show } : {})}
            />
          ))}
        </ul>
      )}
      {remarks.length > most && <p>ほかに{remarks.length - most}件あります。</p>}
      {!isEmpty && <DraftingOutline provisions={provisions} remarks={remarks} />}
    </section>
  );
}

function Entry({
  remark,
  form,
  correct,
  show,
}: {
  remark: Remark;
  form: string;
} & Deeds) {
  const { key, severity, line, label, message, correction } = remark;
  return (
    <li className={severity === "誤り" ? "remark fault-mark" : "remark"}>
      <p>
        <strong className={severity === "誤り" ? "tag error" : "tag warning"}>{severity}</strong>{" "}
        {line > 0 && <strong>{line}行目</strong>} {label}
      </p>
      <p>{message}</p>
      {line > 0 && <Excerpt remark={remark} />}
      {(correction || (show && line > 0)) && (
        <p className="buttons">
          {correction && (
            <Button
              look="secondary"
              size="small"
              form={form}
              name="intent"
              value={`correct:${key}`}
              formNoValidate
              aria-label={`${line}行目を「${preview(remark)}」に直す`}
              onClick={(event) => {
                if (!correct) return;
                event.preventDefault();
                correct(correction);
              }}
            >
              「{preview(remark)}」に直す
            </Button>
          )}
          {show && line > 0 && (
            <Button
              type="button"
              look="secondary"
              size="small"
              aria-label={`${line}行目を本文で示す`}
              onClick={() => show(line)}
            >
              本文で示す
            </Button>
          )}
        </p>
      )}
    </li>
  );
}

/** Characters shown on each side of the place. */
const around = 20;

/** What will stand there: the new words with a little of what stands around a mere sign. */
function preview({ excerpt, correction }: Remark): string {
  if (!correction) return "";
  const { start, end, replacement } = correction;
  if (replacement.length > 1) return replacement;
  const before = excerpt.slice(Math.max(0, start - 4), start).trimStart();
  return before + replacement + excerpt.slice(end, end + 2).trimEnd();
}

function Excerpt({ remark: { excerpt, place } }: { remark: Remark }) {
  if (!place) {
    const short = excerpt.trim().slice(0, 2 * around);
    return (
      <p className="excerpt">
        {short}
        {excerpt.trim().length > short.length && "…"}
      </p>
    );
  }
  const from = Math.max(0, place.start - around);
  const to = place.end + around;
  return (
    <p className="excerpt">
      {from > 0 && "…"}
      {excerpt.slice(from, place.start)}
      <mark>{excerpt.slice(place.start, place.end)}</mark>
      {excerpt.slice(place.end, to)}
      {to < excerpt.length && "…"}
    </p>
  );
}
