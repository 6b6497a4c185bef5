import "survey-core/survey-core.fontless.min.css";
import "survey-core/i18n/japanese";
import { createRoot } from "react-dom/client";
import { Model } from "survey-core";
import { Survey } from "survey-react-ui";
import definition from "../../../../content/survey/questionnaire.json";

// What SurveyJS's own guide for React asks for, and nothing else.
const model = new Model(definition);
model.locale = "ja";
const place = document.getElementById("survey");
if (place) createRoot(place).render(<Survey model={model} />);
