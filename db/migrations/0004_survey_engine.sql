CREATE TYPE "public"."mailing_kind" AS ENUM('invitation', 'reissue', 'reminder');--> statement-breakpoint
CREATE TYPE "public"."answer_channel" AS ENUM('web', 'paper');--> statement-breakpoint
CREATE TYPE "public"."survey_mode" AS ENUM('anonymous', 'named');--> statement-breakpoint
CREATE TABLE "drafts" (
	"invitation_id" uuid PRIMARY KEY NOT NULL,
	"survey_id" uuid NOT NULL,
	"revision" integer NOT NULL,
	"sealed" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "paper_keyings" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"survey_id" uuid NOT NULL,
	"invitation_id" uuid NOT NULL,
	"keyed_by" uuid NOT NULL,
	"sealed" "bytea" NOT NULL,
	CONSTRAINT "paper_keyings_once" UNIQUE("invitation_id","keyed_by")
);
--> statement-breakpoint
CREATE TABLE "mailings" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"survey_id" uuid NOT NULL,
	"kind" "mailing_kind" NOT NULL,
	"firms" integer NOT NULL,
	"filter" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "double_answers" (
	"firm_id" uuid NOT NULL,
	"channel" "answer_channel" NOT NULL,
	"survey_id" uuid NOT NULL,
	"noted_by" uuid,
	CONSTRAINT "double_answers_firm_id_channel_pk" PRIMARY KEY("firm_id","channel")
);
--> statement-breakpoint
CREATE TABLE "survey_progress" (
	"survey_id" uuid PRIMARY KEY NOT NULL,
	"spent" "bytea" NOT NULL,
	"on_paper" "bytea" NOT NULL,
	"days" jsonb DEFAULT '{}'::jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "survey_editions" (
	"survey_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"source" text NOT NULL,
	"questionnaire" jsonb NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"effects" jsonb,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "survey_editions_survey_id_number_pk" PRIMARY KEY("survey_id","number")
);
--> statement-breakpoint
ALTER TABLE "responses" DROP CONSTRAINT "responses_submission_id_unique";--> statement-breakpoint
ALTER TABLE "responses" ALTER COLUMN "receipt_number" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "firms" ADD COLUMN "ordinal" integer;--> statement-breakpoint
-- Backfill: the roster's order.
UPDATE firms f SET ordinal = r.n - 1
FROM (SELECT id, row_number() OVER (PARTITION BY survey_id ORDER BY number, id) AS n FROM firms) r
WHERE r.id = f.id;--> statement-breakpoint
ALTER TABLE "firms" ALTER COLUMN "ordinal" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "firms" ADD COLUMN "coarse" jsonb;--> statement-breakpoint
ALTER TABLE "firms" ADD COLUMN "returned_on" date;--> statement-breakpoint
ALTER TABLE "firms" ADD COLUMN "returned_reason" text;--> statement-breakpoint
ALTER TABLE "firms" ADD COLUMN "reminded_on" date;--> statement-breakpoint
ALTER TABLE "invitations" ADD COLUMN "revoked_reason" text;--> statement-breakpoint
ALTER TABLE "responses" ADD COLUMN "edition" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "responses" ADD COLUMN "firm_id" uuid;--> statement-breakpoint
ALTER TABLE "responses" ADD COLUMN "answered_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "responses" ADD COLUMN "channel" "answer_channel";--> statement-breakpoint
ALTER TABLE "surveys" ADD COLUMN "edition" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "surveys" ADD COLUMN "mode" "survey_mode" DEFAULT 'anonymous' NOT NULL;--> statement-breakpoint
ALTER TABLE "surveys" ADD COLUMN "threshold" integer DEFAULT 3 NOT NULL;--> statement-breakpoint
ALTER TABLE "surveys" ADD COLUMN "opens_on" date;--> statement-breakpoint
ALTER TABLE "surveys" ADD COLUMN "reminds_on" date;--> statement-breakpoint
ALTER TABLE "surveys" ADD COLUMN "contact" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "surveys" ADD COLUMN "letter_text" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_invitation_id_invitations_id_fk" FOREIGN KEY ("invitation_id") REFERENCES "public"."invitations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_survey_id_surveys_id_fk" FOREIGN KEY ("survey_id") REFERENCES "public"."surveys"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_keyings" ADD CONSTRAINT "paper_keyings_survey_id_surveys_id_fk" FOREIGN KEY ("survey_id") REFERENCES "public"."surveys"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_keyings" ADD CONSTRAINT "paper_keyings_invitation_id_invitations_id_fk" FOREIGN KEY ("invitation_id") REFERENCES "public"."invitations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_keyings" ADD CONSTRAINT "paper_keyings_keyed_by_accounts_id_fk" FOREIGN KEY ("keyed_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mailings" ADD CONSTRAINT "mailings_survey_id_surveys_id_fk" FOREIGN KEY ("survey_id") REFERENCES "public"."surveys"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mailings" ADD CONSTRAINT "mailings_created_by_accounts_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "double_answers" ADD CONSTRAINT "double_answers_firm_id_firms_id_fk" FOREIGN KEY ("firm_id") REFERENCES "public"."firms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "double_answers" ADD CONSTRAINT "double_answers_survey_id_surveys_id_fk" FOREIGN KEY ("survey_id") REFERENCES "public"."surveys"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "double_answers" ADD CONSTRAINT "double_answers_noted_by_accounts_id_fk" FOREIGN KEY ("noted_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_progress" ADD CONSTRAINT "survey_progress_survey_id_surveys_id_fk" FOREIGN KEY ("survey_id") REFERENCES "public"."surveys"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_editions" ADD CONSTRAINT "survey_editions_survey_id_surveys_id_fk" FOREIGN KEY ("survey_id") REFERENCES "public"."surveys"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_editions" ADD CONSTRAINT "survey_editions_created_by_accounts_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "mailings_survey" ON "mailings" USING btree ("survey_id");--> statement-breakpoint
ALTER TABLE "responses" ADD CONSTRAINT "responses_firm_id_firms_id_fk" FOREIGN KEY ("firm_id") REFERENCES "public"."firms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "invitations_one_live" ON "invitations" USING btree ("firm_id") WHERE revoked_at is null;--> statement-breakpoint
-- Backfill: the editions and who has answered, before the dates of answering go.
INSERT INTO survey_editions (survey_id, number, source, questionnaire, created_by, created_at)
SELECT id, 1, jsonb_pretty(questionnaire), questionnaire, created_by, created_at FROM surveys;--> statement-breakpoint
DO $$
DECLARE
  survey record;
  firm record;
  bits bytea;
  by_day jsonb;
BEGIN
  FOR survey IN SELECT s.id, (SELECT count(*) FROM firms f WHERE f.survey_id = s.id) AS firms FROM surveys s LOOP
    bits := decode(repeat('00', ((survey.firms + 7) / 8)::int), 'hex');
    FOR firm IN
      SELECT DISTINCT f.ordinal FROM firms f JOIN invitations i ON i.firm_id = f.id
      WHERE f.survey_id = survey.id AND i.answered_on IS NOT NULL
    LOOP
      bits := set_bit(bits, firm.ordinal, 1);
    END LOOP;
    SELECT coalesce(jsonb_object_agg(day, answers), '{}') INTO by_day FROM (
      SELECT answered_on::text AS day, count(*) AS answers FROM invitations
      WHERE survey_id = survey.id AND answered_on IS NOT NULL GROUP BY 1
    ) AS d;
    INSERT INTO survey_progress (survey_id, spent, on_paper, days)
    VALUES (survey.id, bits, decode(repeat('00', length(bits)), 'hex'), by_day);
  END LOOP;
END $$;--> statement-breakpoint
ALTER TABLE "invitations" DROP COLUMN "answered_on";--> statement-breakpoint
ALTER TABLE "responses" DROP COLUMN "submission_id";--> statement-breakpoint
ALTER TABLE "firms" ADD CONSTRAINT "firms_ordinal" UNIQUE("survey_id","ordinal");--> statement-breakpoint
ALTER TABLE "responses" ADD CONSTRAINT "responses_firm_id_unique" UNIQUE("firm_id");
--> statement-breakpoint

-- Whether bit n of a bitmap is set; a bitmap that is too short has it unset.
CREATE FUNCTION bit_at(bits bytea, n integer) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN n < 8 * length(bits) THEN get_bit(bits, n) = 1 ELSE false END
$$;
--> statement-breakpoint

-- An opened survey keeps its mode and threshold; its questionnaire changes by a new edition alone, and only while it is open.
CREATE OR REPLACE FUNCTION keep_opened_questionnaire() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state = 'preparing' THEN
    RETURN NEW;
  END IF;
  IF NEW.mode IS DISTINCT FROM OLD.mode OR NEW.threshold IS DISTINCT FROM OLD.threshold THEN
    RAISE EXCEPTION 'the mode of an opened survey does not change' USING ERRCODE = 'JK001';
  END IF;
  IF NEW.questionnaire IS DISTINCT FROM OLD.questionnaire OR NEW.edition <> OLD.edition THEN
    IF OLD.state <> 'open' OR NEW.edition <> OLD.edition + 1 OR NOT EXISTS (
      SELECT 1 FROM survey_editions e
      WHERE e.survey_id = NEW.id AND e.number = NEW.edition AND e.questionnaire = NEW.questionnaire
    ) THEN
      RAISE EXCEPTION 'the questionnaire of an opened survey changes by a new edition alone' USING ERRCODE = 'JK001';
    END IF;
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE FUNCTION keep_editions() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM surveys s WHERE s.id IN (OLD.survey_id, NEW.survey_id) AND s.state <> 'preparing') THEN
    RAISE EXCEPTION 'the editions of an opened survey do not change' USING ERRCODE = 'JK001';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
--> statement-breakpoint
CREATE TRIGGER survey_editions_kept BEFORE UPDATE OR DELETE ON survey_editions FOR EACH ROW EXECUTE FUNCTION keep_editions();
--> statement-breakpoint
CREATE TRIGGER survey_editions_not_emptied BEFORE TRUNCATE ON survey_editions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint

-- Answers never change. Those of an anonymous survey are written anew once, when it has closed: a row
-- that still has its receipt number may go, if the same statement leaves as many answers as firms have answered.
DROP TRIGGER responses_append_only ON responses;
--> statement-breakpoint
CREATE FUNCTION keep_responses() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND OLD.receipt_number IS NOT NULL AND EXISTS (
    SELECT 1 FROM surveys s WHERE s.id = OLD.survey_id AND s.mode = 'anonymous' AND s.state = 'closed'
  ) THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'JK001';
END $$;
--> statement-breakpoint
CREATE TRIGGER responses_append_only BEFORE UPDATE OR DELETE ON responses FOR EACH ROW EXECUTE FUNCTION keep_responses();
--> statement-breakpoint
CREATE FUNCTION keep_number_of_responses() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM (SELECT DISTINCT survey_id FROM gone) g JOIN survey_progress p USING (survey_id)
    WHERE bit_count(p.spent) > (SELECT count(*) FROM responses r WHERE r.survey_id = g.survey_id)
  ) THEN
    RAISE EXCEPTION 'answers are written anew, never removed' USING ERRCODE = 'JK001';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER responses_never_fewer AFTER DELETE ON responses REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION keep_number_of_responses();
--> statement-breakpoint

-- A firm that has answered has answered.
CREATE FUNCTION keep_spent() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR bit_count(NEW.spent) < bit_count(OLD.spent) THEN
    RAISE EXCEPTION 'a spent code stays spent' USING ERRCODE = 'JK001';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER survey_progress_kept BEFORE UPDATE OR DELETE ON survey_progress FOR EACH ROW EXECUTE FUNCTION keep_spent();
--> statement-breakpoint

-- Backfill: anonymous surveys that are closed already lose the order of their answers, too.
WITH gone AS (
  DELETE FROM responses r USING surveys s WHERE s.id = r.survey_id AND s.state = 'closed'
  RETURNING r.survey_id, r.answers, r.strata
)
INSERT INTO responses (survey_id, answers, strata) SELECT survey_id, answers, strata FROM gone ORDER BY gen_random_uuid();
