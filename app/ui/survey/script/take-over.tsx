import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import { compileForm } from "#app/domain/survey/form/index.ts";
import { keepLocalDraft, readLocalDraft } from "./local-draft.ts";
import { beginningOf, carriedOver } from "./local-or-server.ts";
import type { PlainForm } from "./plain-form.ts";
import type { Definition, ServerDraft } from "./start.ts";
import { SurveyForm, type SurveyFormProps } from "./survey-form.tsx";
import type { SurveyHandle } from "./surveyjs.tsx";
import { readUnsent } from "./unsent.ts";

/**
 * Puts SurveyJS in the place of the plain form: at once where nobody has begun with the page (no
 * control changed, no focus in it; the question that is read stays where it is), otherwise when the
 * page is left by its own button. So nothing ever moves under a finger or an eye, and what was typed is
 * carried over by the same reading as on the server. A page that the server refused keeps its
 * messages, and is posted as it is.
 */
export function takeOver(plain: PlainForm, definition: Definition, draft: ServerDraft): void {
  const { key, questionnaire } = definition;
  // Another code was entered in another tab since: what stands here is not of that one.
  if (plain.invitation !== key) return;
  const { revision, locale } = draft;
  const form = compileForm(questionnaire);
  const beginning = beginningOf(draft, readLocalDraft(key));
  const unsent = readUnsent(key);
  const begin = { definition, revision, locale, page: pageOf(beginning.answers) };
  if (unsent) {
    mount(plain, { ...begin, answers: form.fitting(unsent.answers), unsent });
  } else if (!plain.refused && !plain.changed && !plain.inUse) {
    mount(plain, { ...begin, ...beginning, answers: form.fitting(beginning.answers) });
  } else {
    waitForTurn();
  }

  /** The plain page's place among the pages shown, from 0. */
  function pageOf(answers: SurveyFormProps["answers"]): number {
    const at = form.pages(answers).findIndex(({ name }) => name === plain.pageName);
    return Math.max(at, 0);
  }

  function reading() {
    const read = form.read(plain.pageName, draft.answers, plain.fields());
    const { answers } = beginning;
    return read && { ...read, answers: carriedOver(draft.answers, answers, read.answers) };
  }

  function waitForTurn(): void {
    const keep = () => {
      const answers = reading()?.answers;
      if (answers) keepLocalDraft(key, { revision, answers, page: pageOf(answers) });
    };
    keep();
    plain.form.addEventListener("input", keep);
    plain.form.addEventListener("submit", (event) => {
      const act = actionOf(event.submitter);
      const read = reading();
      // What the server would refuse is shown best by the server, in the form as it stands.
      if (!act || !read || (read.problems.length > 0 && act !== "back")) return;
      event.preventDefault();
      const page = pageOf(read.answers);
      mount(plain, { ...begin, answers: read.answers, page, typed: true }, (handle) => {
        const { model } = handle;
        if (act === "next" && read.added.length === 0) {
          if (model.isLastPage) model.showPreview();
          else model.nextPage();
        }
        if (act === "back") model.prevPage();
      });
    });
  }
}

/** What a button of the plain form asks for, where SurveyJS does the same. */
function actionOf(submitter: HTMLElement | null): "next" | "back" | undefined {
  const value = submitter instanceof HTMLButtonElement ? submitter.value : undefined;
  return value === "next" || value === "back" ? value : undefined;
}

function mount(
  plain: PlainForm,
  props: Omit<SurveyFormProps, "onReady">,
  then?: (handle: SurveyHandle) => void,
): void {
  const host = document.createElement("section");
  host.className = "questionnaire";
  host.setAttribute("aria-label", plain.place.getAttribute("aria-label") ?? "調査票");
  const { anchor } = plain;
  plain.place.before(host);
  const root = createRoot(host);
  try {
    // In one go with taking the plain form away: nothing is painted between.
    flushSync(() => root.render(<SurveyForm {...props} onReady={(handle) => then?.(handle)} />));
    plain.place.remove();
    if (anchor) {
      const there = host.querySelector(`[data-name="${CSS.escape(anchor.name)}"]`);
      const top = there?.querySelector("input, textarea, select")?.getBoundingClientRect().top;
      if (top !== undefined) scrollBy(0, top - anchor.top);
    }
  } catch (error) {
    root.unmount();
    host.remove();
    throw error;
  }
}
