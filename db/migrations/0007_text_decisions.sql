CREATE TYPE "public"."text_verdict" AS ENUM('publish', 'redact', 'withhold');--> statement-breakpoint
CREATE TABLE "text_decisions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"survey_id" uuid NOT NULL,
	"question" text NOT NULL,
	"hash" text NOT NULL,
	"version" integer NOT NULL,
	"verdict" text_verdict NOT NULL,
	"wording" text,
	"decided_by" uuid,
	"decided_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "text_decisions_version" UNIQUE("survey_id","question","hash","version")
);
--> statement-breakpoint
ALTER TABLE "text_decisions" ADD CONSTRAINT "text_decisions_survey_id_surveys_id_fk" FOREIGN KEY ("survey_id") REFERENCES "public"."surveys"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "text_decisions" ADD CONSTRAINT "text_decisions_decided_by_accounts_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "text_decisions" ADD CONSTRAINT "text_decisions_wording" CHECK ((verdict = 'withhold') = (wording IS NULL));
--> statement-breakpoint

-- Which words were published or not, and by whom, stays.
CREATE TRIGGER text_decisions_append_only BEFORE UPDATE OR DELETE ON text_decisions FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER text_decisions_not_emptied BEFORE TRUNCATE ON text_decisions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
