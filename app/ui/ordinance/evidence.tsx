import type { Link, LinkedFigure, LinkedQuestion } from "#app/domain/evidence/index.ts";
import { unitOf } from "#app/domain/survey/release/share-words.ts";
import { href } from "#app/routes.ts";
import { Day } from "#app/ui/date.tsx";

/** What led to a provision: utterances, survey figures, comments, each with its note. */
export function EvidenceList({ links }: { links: readonly Link[] }) {
  return (
    <ul className="evidence">
      {links.map((link) => (
        <li key={link.id}>
          <LinkTarget link={link} />
          {link.note !== "" && <span className="soft">{`　${link.note}`}</span>}
        </li>
      ))}
    </ul>
  );
}

/** The target of a link in one line, and the way to it. */
export function LinkTarget({ link }: { link: Link }) {
  switch (link.kind) {
    case "utterance": {
      const { meeting, number, speaker, closed } = link.utterance;
      return (
        <>
          <a href={href("utterance", { meeting: meeting.number, utterance: number })}>
            第{meeting.number}回会議 {speaker}の発言（発言{number}）
          </a>
          {closed && <span className="tag warning">非公開の部分</span>}
        </>
      );
    }
    case "question":
      return <QuestionTarget question={link.question} />;
    case "comment": {
      const { number, author, disposition } = link.comment;
      return (
        <>
          <a href={href("councilComment", { comment: number })}>
            意見{number}（{author}）
          </a>
          {"　"}
          {disposition ? disposition.kind : "未対応"}
        </>
      );
    }
  }
}

function QuestionTarget({ question }: { question: LinkedQuestion }) {
  const { survey, name, number, title, choice, figure } = question;
  const words = `${survey.title} 問${number}「${title}」`;
  if (!figure) {
    return (
      <>
        <a href={href("survey", { survey: survey.slug })}>{words}</a>
        {choice && (
          <>
            {"　"}「{choice.text}」
          </>
        )}
        <span className="soft">（集計は未公表）</span>
      </>
    );
  }
  const { release, n, row } = figure;
  return (
    <>
      <a href={`${href("release", { survey: survey.slug, release: release.number })}#${name}`}>
        {words}
      </a>
      {"　"}
      {row && !choice && "最も多い答え："}
      {row && `「${row.text}」`}
      {figureText(n, row)} {survey.isSimulated && <span className="tag warning">模擬回答</span>}
    </>
  );
}

/** 34.0%（n=221）; what is hidden is said to be hidden. */
function figureText(n: number | null, row: LinkedFigure["row"]): string {
  const base = n === null ? "nは伏せた数" : `n=${n}`;
  if (!row) return base;
  if (row.count === null) return `伏せた数（${base}）`;
  return row.percent === null
    ? `${row.count}${unitOf(row)}（${base}）`
    : `${row.percent.toFixed(1)}%（${base}）`;
}

/** The links of a provision with what the utterances say: for the provision's own page. */
export function EvidenceQuotes({ links }: { links: readonly Link[] }) {
  return (
    <ul className="entries evidence-quotes">
      {links.map((link) => (
        <li key={link.id}>
          {link.note !== "" && <p className="soft">{link.note}</p>}
          <p>
            <LinkTarget link={link} />
            {link.kind === "utterance" && "　"}
            {link.kind === "utterance" && <Day date={link.utterance.meeting.heldOn} />}
          </p>
          {link.kind === "utterance" && (
            <blockquote className="lines">{link.utterance.text}</blockquote>
          )}
        </li>
      ))}
    </ul>
  );
}
