import { unitOf } from "#app/domain/survey/release/share-words.ts";
import { href } from "#app/routes.ts";
import { Button } from "#app/ui/button.tsx";
import { Moment } from "#app/ui/date.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { LinkForm, type RefusedLink } from "./link-note.tsx";

interface Figure {
  /** null: hidden, and then it cannot be cited. */
  count: number | null;
  n: number | null;
  percent: number | null;
  counts: "firms" | "entries";
}

interface Chosen {
  name: string;
  number: number;
  title: string;
  sentence: string | undefined;
  choices: readonly { value: string; text: string; figure: Figure | undefined }[];
}

interface Survey {
  slug: string;
  title: string;
  isSimulated: boolean;
  release: { number: number; label: string; releasedAt: Date } | undefined;
  questions: readonly { name: string; number: number; title: string; articles: string[] }[];
  chosen: Chosen | undefined;
}

/** Three steps without script: the survey, its question, then the whole of it or one choice. */
export function QuestionChoice({
  action,
  surveys,
  survey,
  names,
  refused,
}: {
  /** The page itself, without its query. */
  action: string;
  surveys: readonly { slug: string; title: string; released: boolean }[];
  survey: Survey | undefined;
  /** What the article was called in any version, to put the questions that name it first. */
  names: readonly string[];
  refused: RefusedLink | undefined;
}) {
  if (surveys.length === 0) return <p>調査はまだありません。</p>;
  return (
    <>
      <form method="get" action={`${action}#questions`} className="filters">
        <label>
          <span>調査</span>
          <select name="survey" defaultValue={survey?.slug}>
            {surveys.map(({ slug, title, released }) => (
              <option key={slug} value={slug}>
                {title}
                {released ? "" : "（集計は未公表）"}
              </option>
            ))}
          </select>
        </label>
        <Button look="secondary">調査を選ぶ</Button>
      </form>
      {survey && (
        <>
          <ReleaseState survey={survey} />
          <QuestionForm action={action} survey={survey} names={names} />
          {survey.chosen && <ChoiceForm survey={survey} chosen={survey.chosen} refused={refused} />}
        </>
      )}
    </>
  );
}

/** From which release the figures are, or that there are none yet. */
function ReleaseState({ survey: { slug, release, isSimulated } }: { survey: Survey }) {
  if (!release) {
    return (
      <Notice tone="warning">
        <p>
          この調査は集計をまだ公表していません。関連付けはできますが、数値は公表するまで載らず、中間案にも引けません。
        </p>
      </Notice>
    );
  }
  return (
    <p>
      数値は
      <a href={href("release", { survey: slug, release: release.number })}>
        集計版{release.number}（{release.label}）
      </a>
      、<Moment at={release.releasedAt} />
      公表のものです。
      {isSimulated && <span className="tag warning">模擬回答</span>}
    </p>
  );
}

function QuestionForm({
  action,
  survey: { slug, questions, chosen },
  names,
}: {
  action: string;
  survey: Survey;
  names: readonly string[];
}) {
  const bears = questions.filter(({ articles }) => articles.some((name) => names.includes(name)));
  const others = questions.filter((question) => !bears.includes(question));
  const options = (some: typeof questions) =>
    some.map(({ name, number, title }) => (
      <option key={name} value={name}>{`問${number}　${title}`}</option>
    ));
  return (
    <form method="get" action={`${action}#questions`} className="filters">
      <input type="hidden" name="survey" value={slug} />
      <label>
        <span>問い</span>
        <select name="question" defaultValue={chosen?.name}>
          {bears.length > 0 && <optgroup label="この条に関わる問い">{options(bears)}</optgroup>}
          <optgroup label={bears.length > 0 ? "そのほかの問い" : "すべての問い"}>
            {options(others)}
          </optgroup>
        </select>
      </label>
      <Button look="secondary">問いを選ぶ</Button>
    </form>
  );
}

function ChoiceForm({
  survey: { slug },
  chosen: { name, number, title, sentence, choices },
  refused,
}: {
  survey: Survey;
  chosen: Chosen;
  refused: RefusedLink | undefined;
}) {
  const suffix = `question-${name}`;
  const typed = refused?.suffix === suffix ? refused.values.choice : undefined;
  return (
    <LinkForm
      suffix={suffix}
      intent="question"
      fields={{ survey: slug, question: name }}
      target={`問${number}`}
      refused={refused}
    >
      <fieldset className="field" id={`choice-${suffix}`}>
        <legend>
          問{number}　{title}
        </legend>
        <p className="hint">問いの全体か、中間案に引く選択肢を一つ選びます。</p>
        <label className="choice">
          <input type="radio" name="choice" value="" defaultChecked={(typed ?? "") === ""} />
          <span>
            問いの全体
            {sentence && <span className="soft">　{sentence}</span>}
          </span>
        </label>
        {choices.map(({ value, text, figure }) => (
          <label className="choice" key={value}>
            <input type="radio" name="choice" value={value} defaultChecked={typed === value} />
            <span>
              {text}
              {figure && <span className="soft">　{inWords(figure)}</span>}
            </span>
          </label>
        ))}
      </fieldset>
    </LinkForm>
  );
}

/** 34.0%（78者、n=229）, of a panel's entries 78件; what is hidden is said to be hidden. */
function inWords({ count, n, percent, counts }: Figure): string {
  const unit = unitOf({ counts });
  const base = n === null ? "nは伏せた数" : `n=${n}`;
  if (count === null) return `伏せた数（${base}）。数は中間案に引けません。`;
  return percent === null
    ? `${count}${unit}（${base}）`
    : `${percent.toFixed(1)}%（${count}${unit}、${base}）`;
}
