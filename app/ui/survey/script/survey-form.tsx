import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { Answers } from "#app/domain/survey/answers.ts";
import { homeLocale } from "#app/domain/survey/locales.ts";
import { href } from "#app/routes.ts";
import { DraftKeeper, type Saving } from "./draft-keeper.ts";
import { LanguageChoice } from "./language-choice.tsx";
import { scriptNotes } from "./notes.ts";
import { fixAddress, pageInAddress, turnAddress } from "./page-address.ts";
import { filledIn, fillIn } from "./ranking-places.ts";
import { SavingNote } from "./saving-note.tsx";
import { Sender, type Sending } from "./sender.ts";
import { SendingNote } from "./sending-note.tsx";
import { type Definition, fetchJson, type ServerDraft } from "./start.ts";
import SurveyJS, { type SurveyHandle } from "./surveyjs.tsx";
import { speak } from "./surveyjs-model.ts";
import type { Unsent } from "./unsent.ts";
import { useWindowEvents } from "./window-events.ts";

export interface SurveyFormProps {
  definition: Definition;
  /** The server's draft that `answers` continue. */
  revision: number;
  answers: Answers;
  /** From 0. */
  page: number;
  /** The language to begin in. */
  locale: string;
  /** `answers` come from the form's controls: the server's draft does not hold them yet. */
  typed?: boolean;
  /** What this tab kept and the server's draft does not hold: someone must choose. */
  leftBehind?: Answers | undefined;
  /** A finished answer that waited on this device: it is sent at once. */
  unsent?: Unsent | undefined;
  /** Is given the form once it stands. */
  onReady: (handle: SurveyHandle) => void;
}

/** The longest pause between the two clicks of one who clicks twice, in ms. */
const doubleClick = 600;

/** The questionnaire with its drafts and its sending, in the place of the plain form. */
export function SurveyForm({ definition, onReady, ...start }: SurveyFormProps) {
  const { key, edition, questionnaire } = definition;
  const survey = useRef<SurveyHandle | null>(null);
  const [saving, setSaving] = useState<Saving | undefined>(start.leftBehind && { is: "elsewhere" });
  const [sending, setSending] = useState<Sending>({ is: start.unsent ? "sending" : "not" });
  const keeper = useMemo(
    () => new DraftKeeper(key, edition, start.revision, setSaving),
    [key, edition, start.revision],
  );
  const sender = useMemo(() => new Sender(key, setSending), [key]);
  const latest = useRef<Unsent>();
  const top = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const [locale, setLocale] = useState(start.locale);

  const keep = useCallback(
    (answers: Answers, page: number) => keeper.keep({ answers, page, locale }),
    [keeper, locale],
  );
  const send = useCallback(
    (unsent: Unsent) => {
      latest.current = unsent;
      keeper.stop();
      sender.send(unsent);
    },
    [keeper, sender],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: the form begins once
  useEffect(() => {
    fixAddress(start.page);
    if (survey.current) onReady(survey.current);
    if (start.typed) keep(start.answers, start.page);
    if (start.unsent) send(start.unsent);
  }, []);
  useWindowEvents(keeper, survey);
  useEffect(() => {
    if (sending.is === "received") {
      keeper.forget();
      location.assign(receiptIn(locale));
    }
    if (sending.is === "refused") survey.current?.show(sending.problems);
    if (sending.is === "refused" || sending.is === "not") keeper.resume();
  }, [sending, keeper, locale]);

  const away = ["sending", "received", "waiting", "expired", "stopped", "corrected"].includes(
    sending.is,
  );
  useEffect(() => {
    // It stays where it is: were it gone, the second of two clicks would hit what moves up.
    if (body.current) body.current.inert = away;
    if (!away || sending.is === "sending" || sending.is === "received") return;
    const timer = setTimeout(() => top.current?.focus(), doubleClick);
    return () => clearTimeout(timer);
  }, [away, sending.is]);

  async function keepMine() {
    const theirs = await fetchJson<ServerDraft>(href("answerDraft"));
    const model = survey.current?.model;
    if (!theirs || !model) return setSaving({ is: "offline" });
    const answers = start.leftBehind ?? filledIn(model);
    if (start.leftBehind) fillIn(model, start.leftBehind);
    keeper.keep({ answers, page: model.currentPageNo, locale });
    await keeper.overwrite(theirs.revision);
  }
  function takeTheirs() {
    keeper.forget();
    location.reload();
  }

  function changeLanguage(chosen: string) {
    const model = survey.current?.model;
    if (!model) return;
    speak(model, chosen);
    setLocale(chosen);
    keeper.keep({ answers: filledIn(model), page: pageInAddress(), locale: chosen });
  }

  return (
    <>
      <div ref={top} tabIndex={-1} lang={locale}>
        <SendingNote
          sending={sending}
          locale={locale}
          onRetry={() => latest.current && sender.send(latest.current)}
          onRecall={() => sender.recall()}
          onReopen={() => {
            if (latest.current) keeper.leave(latest.current.answers);
            sender.recall();
            location.reload();
          }}
        />
      </div>
      {!away && (
        <SavingNote
          saving={saving}
          locale={locale}
          onMine={() => void keepMine()}
          onTheirs={takeTheirs}
        />
      )}
      <div ref={body} className={away ? "going" : undefined} lang={locale}>
        <LanguageChoice locale={locale} locales={questionnaire.locales} onChoose={changeLanguage} />
        <SurveyJS
          questionnaire={questionnaire}
          answers={start.answers}
          page={start.page}
          locale={start.locale}
          onChange={keep}
          onPage={(page) => {
            turnAddress(page);
            void keeper.flush();
          }}
          onSend={(answers) => send({ edition, answers })}
          handle={survey}
        />
      </div>
      {sending.is === "sending" && <p role="status">{scriptNotes(locale).sending}</p>}
    </>
  );
}

/** The receipt in the language of the form. */
function receiptIn(locale: string): string {
  const lang = locale === homeLocale ? "" : `?${new URLSearchParams({ lang: locale })}`;
  return href("receipt") + lang;
}
