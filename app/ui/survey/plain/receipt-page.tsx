import { answeringWords } from "#app/domain/survey/answering-words.ts";
import type { AnswerInWords } from "#app/domain/survey/answers-in-words.ts";
import { formWords } from "#app/domain/survey/form/words.ts";
import { homeLocale, languageName } from "#app/domain/survey/locales.ts";
import { href } from "#app/routes.ts";
import { Button, ButtonLink } from "../../button.tsx";
import { Page } from "../../page.tsx";
import { AnonymityList } from "../anonymity-words.tsx";
import { AnswerCopy } from "../answer-copy.tsx";

export interface ReceiptPageProps {
  receiptNumber: string;
  survey: { title: string; slug: string; isSample: boolean; contact: string };
  /** What can and cannot be known of the answer. */
  kept: string[];
  /** The answers; null where they can no longer be told from others, or lie elsewhere. */
  copy: AnswerInWords[] | null;
  /** An anonymous survey that has closed: no number leads to an answer any more. */
  untied: boolean;
  /** The language shown, and those offered. */
  locale: string;
  locales: string[];
}

/** What a contractor keeps: the receipt number, the copy, and what becomes of the answer. */
export function ReceiptPage({ receipt }: { receipt: ReceiptPageProps }) {
  const { receiptNumber, survey, kept, copy, untied, locale, locales } = receipt;
  const words = answeringWords(locale);
  const [before, link, after] = words.results;
  return (
    <Page title={words.received} sample={survey.isSample} lead={words.thanks(survey.title)}>
      {locales.length > 1 && <Languages locale={locale} locales={locales} />}
      <div lang={locale}>
        <p className="receipt-number">
          <span>{words.receiptNumber}</span> <strong>{receiptNumber}</strong>
        </p>
        <ul className="prose">
          <li>{words.keepNumber}</li>
          <li>
            {before}
            <a href={href("survey", { survey: survey.slug })}>{link}</a>
            {after}
          </li>
          {survey.contact && <li>{words.contact(survey.contact)}</li>}
        </ul>
        {copy !== null && (
          <p className="no-print">
            <ButtonLink
              href={`${href("receiptPdf")}${locale === homeLocale ? "" : `?${new URLSearchParams({ lang: locale })}`}`}
              look="secondary"
            >
              {words.savePdf}
            </ButtonLink>
          </p>
        )}
        <h2>{words.handling}</h2>
        <AnonymityList sentences={kept} />
        {copy === null ? (
          <section aria-labelledby="copy">
            <h2 id="copy">{words.copy}</h2>
            <p>{untied ? words.untied : words.noCopy}</p>
          </section>
        ) : (
          <AnswerCopy copy={copy} locale={locale} />
        )}
        <section className="no-print" aria-labelledby="leaving">
          <h2 id="leaving">{words.leaving.title}</h2>
          <p>{words.leaving.text}</p>
          <form method="post" action={href("answerLeaving")}>
            <Button look="secondary" size="small">
              {words.leaving.button}
            </Button>
          </form>
        </section>
      </div>
    </Page>
  );
}

/** The languages that the questionnaire is offered in, as links. */
function Languages({ locale, locales }: Pick<ReceiptPageProps, "locale" | "locales">) {
  return (
    <nav className="no-print" aria-label={formWords(locale).language}>
      <ul className="inline">
        {locales.map((each) => (
          <li key={each}>
            <a
              href={`${href("receipt")}?${new URLSearchParams({ lang: each })}`}
              lang={each}
              aria-current={each === locale ? "page" : undefined}
            >
              {languageName(each)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
