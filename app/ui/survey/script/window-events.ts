import { type RefObject, useEffect } from "react";
import type { DraftKeeper } from "./draft-keeper.ts";
import { pageInAddress } from "./page-address.ts";
import type { SurveyHandle } from "./surveyjs.tsx";

/**
 * What the window tells the form: it is left (the draft is saved), "back" was pressed (the page of
 * the address is shown), or the page comes out of the browser's memory (it is read afresh).
 */
export function useWindowEvents(keeper: DraftKeeper, survey: RefObject<SurveyHandle>): void {
  useEffect(() => {
    const leave = () => document.visibilityState === "hidden" && void keeper.flush(true);
    const back = () => {
      if (survey.current) survey.current.model.currentPageNo = pageInAddress();
    };
    const comeBack = (event: PageTransitionEvent) => event.persisted && location.reload();
    document.addEventListener("visibilitychange", leave);
    addEventListener("popstate", back);
    addEventListener("pageshow", comeBack);
    return () => {
      document.removeEventListener("visibilitychange", leave);
      removeEventListener("popstate", back);
      removeEventListener("pageshow", comeBack);
    };
  }, [keeper, survey]);
}
