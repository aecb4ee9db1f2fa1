package dev.lamina.search.storage;

import dev.lamina.search.trial.Outcome;
import dev.lamina.search.trial.TrialRecord;
import java.time.Instant;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * How a trial ended, as it is kept in the journal.
 *
 * @param outcome in which way
 * @param at when
 */
record JournalEnd(Outcome outcome, Instant at) {

  static JournalEnd of(TrialRecord done) {
    return new JournalEnd(done.outcome().orElseThrow(), done.ended().orElseThrow());
  }

  static JournalEnd of(JsonNode json) {
    Outcome outcome =
        new Outcome(
            Outcome.Kind.valueOf(json.required("kind").stringValue()),
            json.required("detail").stringValue());
    return new JournalEnd(outcome, JournalClaim.instant(json, "at"));
  }

  void writeTo(ObjectNode json) {
    json.put("kind", outcome.kind().name())
        .put("detail", outcome.detail())
        .put("at", at.toString());
  }
}
