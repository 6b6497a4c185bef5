import type {
  ArticleFigure,
  ArticleWithFigures,
} from "#app/domain/survey/release/figures-of-article.ts";
import { questionSentences } from "#app/domain/survey/release/sentence.ts";
import { href } from "#app/routes.ts";
import { releaseName } from "../release-list.tsx";
import { notesOf } from "./question-figures.tsx";
import { MatrixChart, RankingChart, VariableChart } from "./variable-chart.tsx";

/** An article of the draft with every released figure that bears on it. */
export function ArticleFigures({ article }: { article: ArticleWithFigures }) {
  const { path, number, label, caption, figures } = article;
  return (
    <section className="article-figures" id={path} aria-labelledby={`${path}-title`}>
      <h2 id={`${path}-title`}>
        <a href={href("provision", { provision: number })}>
          {label}
          {caption}
        </a>
      </h2>
      <ul className="plain-list">
        {figures.map((figure) => (
          <li key={`${figure.survey.slug}-${figure.question.name}`}>
            <FigureOfArticle figure={figure} id={`${path}-${figure.survey.slug}`} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function FigureOfArticle({ figure, id }: { figure: ArticleFigure; id: string }) {
  const { survey, release, question, ties, note } = figure;
  const { name, number, title } = question;
  const page = href("release", { survey: survey.slug, release: release.number });
  return (
    <>
      <h3>
        問{number}　{title}
      </h3>
      <p>
        <span className={ties === "linked" ? "tag strong" : "tag"}>
          {ties === "linked" ? "根拠" : "関係する問"}
        </span>
        {note !== "" && `　${note}`}
      </p>
      <p className="prose result-sentence">{questionSentences(question).join("")}</p>
      <SmallChart figure={figure} id={`${id}-${number}`} />
      <p className="soft">
        {survey.title}、{releaseName(release)}
        {"　"}
        <a href={`${page}#${name}`}>問{number}の表と説明を見る</a>{" "}
        {survey.isSimulated && <span className="tag warning">模擬回答</span>}
      </p>
    </>
  );
}

function SmallChart({ figure: { survey, question }, id }: { figure: ArticleFigure; id: string }) {
  const [first] = question.variables;
  if (!first) return null;
  const chartId = id.replace(/[^a-zA-Z0-9]+/g, "-");
  const notes = notesOf(first, { simulated: survey.isSimulated });
  const facts = { id: chartId, title: `問${question.number}の回答`, n: first.n, notes };
  if (question.type === "matrix") {
    return <MatrixChart question={question} facts={{ id: chartId, title: facts.title, notes }} />;
  }
  if (question.type === "ranking") {
    return (
      <RankingChart
        question={question}
        facts={{ ...facts, title: `${facts.title}（1位に選んだ数）` }}
      />
    );
  }
  return first.part === null ? <VariableChart variable={first} facts={facts} /> : null;
}
