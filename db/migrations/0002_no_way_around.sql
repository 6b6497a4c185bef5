-- Ways around what 0001 refuses.

-- Moving a row of another version into one that is published.
CREATE OR REPLACE FUNCTION keep_parts_of_minutes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM minutes_versions v WHERE v.audience <> 'secretariat' AND (
      (TG_OP <> 'INSERT' AND v.id = OLD.version_id) OR (TG_OP <> 'DELETE' AND v.id = NEW.version_id)
    )
  ) THEN
    RAISE EXCEPTION 'the utterances of published minutes do not change' USING ERRCODE = 'JK001';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION keep_parts_of_versions() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM draft_versions v WHERE v.audience <> 'secretariat' AND (
      (TG_OP <> 'INSERT' AND v.id = OLD.version_id) OR (TG_OP <> 'DELETE' AND v.id = NEW.version_id)
    )
  ) THEN
    RAISE EXCEPTION 'the provisions of a published version do not change' USING ERRCODE = 'JK001';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
--> statement-breakpoint
-- Taking a survey back to preparation, where its questionnaire is free.
CREATE FUNCTION keep_survey_state() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.state < OLD.state THEN
    RAISE EXCEPTION 'a survey does not go back from % to %', OLD.state, NEW.state USING ERRCODE = 'JK001';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER surveys_go_forward BEFORE UPDATE ON surveys FOR EACH ROW EXECUTE FUNCTION keep_survey_state();
--> statement-breakpoint
-- Emptying a whole table at once.
CREATE TRIGGER record_entries_not_emptied BEFORE TRUNCATE ON record_entries FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER publications_not_emptied BEFORE TRUNCATE ON publications FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER comments_not_emptied BEFORE TRUNCATE ON comments FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER dispositions_not_emptied BEFORE TRUNCATE ON dispositions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER releases_not_emptied BEFORE TRUNCATE ON releases FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER responses_not_emptied BEFORE TRUNCATE ON responses FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER goal_sheets_not_emptied BEFORE TRUNCATE ON goal_sheets FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER provisions_not_emptied BEFORE TRUNCATE ON provisions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER minutes_versions_not_emptied BEFORE TRUNCATE ON minutes_versions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER utterances_not_emptied BEFORE TRUNCATE ON utterances FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER papers_not_emptied BEFORE TRUNCATE ON papers FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER draft_versions_not_emptied BEFORE TRUNCATE ON draft_versions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER version_provisions_not_emptied BEFORE TRUNCATE ON version_provisions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER interim_drafts_not_emptied BEFORE TRUNCATE ON interim_drafts FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER surveys_not_emptied BEFORE TRUNCATE ON surveys FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
